import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { Loading, NotFound, ScreenFailed } from "./fallbacks.tsx";
import { SCREENS } from "./routes.tsx";
import { readSearch, writeSearch } from "./search-params.ts";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
});

const routes = SCREENS.map((screen) =>
  createRoute({ getParentRoute: () => root, path: screen.path, component: lazyRouteComponent(screen.load) }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: "/desk",
  parseSearch: (text) => readSearch(text),
  stringifySearch: (search) => writeSearch(search),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ScreenFailed,
  defaultPreload: "intent",
  scrollRestoration: false,
});
