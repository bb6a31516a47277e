import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { Refused } from "../../foundation/http/client.ts";
import { KitProvider, useLanguage } from "../../ui/index.ts";
import { router } from "./router.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      /** A refusal is an answer; only an absent server is asked twice more. */
      retry: (times, reason) => !(reason instanceof Refused) && times < 2,
    },
    mutations: { retry: false },
  },
});

/** Sentences come from the server in the reader's language: another language asks for them again. */
function LanguageChange() {
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is what changes
  useEffect(() => {
    client.invalidateQueries();
  }, [language]);
  return null;
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <KitProvider>
        <LanguageChange />
        <RouterProvider router={router} />
        <SignInAgain />
      </KitProvider>
    </QueryClientProvider>
  );
}
