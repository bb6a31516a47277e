import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));
const server = process.env.LINLI_SERVER ?? "http://127.0.0.1:4104";

/** The desk: built into dist/desk, served under /desk/. `chrome100` is for the browsers of county offices. */
export default defineConfig(({ command }) => {
  // what is built is the product, whoever builds it: a test's own NODE_ENV would put React's development code into it
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: fileURLToPath(new URL("./", import.meta.url)),
    base: "/desk/",
    plugins: [react()],
    // the server puts a fresh nonce in its place with every answer
    html: { cspNonce: "linli-nonce" },
    cacheDir: `${root}node_modules/.vite/desk`,
    build: {
      outDir: `${root}dist/desk`,
      emptyOutDir: true,
      target: ["chrome100"],
      manifest: true,
      // what two screens or more share of the kit comes with the first visit, so that opening another screen costs only that screen
      rolldownOptions: {
        output: {
          codeSplitting: { groups: [{ name: "kit", test: /node_modules|[\\/]ui[\\/]|[\\/]foundation[\\/]/, minShareCount: 2 }] },
        },
      },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
    },
    server: { fs: { allow: [root] }, proxy: { "/api": server, "/print": server, "/files": server } },
  };
});
