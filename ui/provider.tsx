import { ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import { type ReactNode, useMemo } from "react";
import { HotkeysProvider } from "./hotkeys.tsx";
import { SettingsProvider, useSettings } from "./settings.tsx";
import { theme } from "./theme.ts";
import { ToastsProvider } from "./toasts.tsx";
import "./tokens.css";
import "./base.css";
import "./controls.css";
import "./marks.css";

const BASE = { standard: 14, large: 17, larger: 20 } as const;

/** The nonce of this page: the styles that the kit makes while running bear it. */
const nonce = (): string | undefined => document.querySelector<HTMLMetaElement>("meta[property='csp-nonce']")?.nonce || undefined;

function Themed({ children }: { children: ReactNode }) {
  const { settings } = useSettings();
  const csp = useMemo(() => ({ nonce: nonce() }), []);
  const config = useMemo(
    () => theme(BASE[settings.type], !matchMedia("(prefers-reduced-motion: reduce)").matches),
    [settings.type],
  );
  return (
    <ConfigProvider
      csp={csp}
      theme={config}
      locale={settings.language === "en" ? en : zh}
      button={{ autoInsertSpace: false }}
      variant="outlined"
    >
      {children}
    </ConfigProvider>
  );
}

/** Everything that the kit's components need around them. */
export function KitProvider({ children }: { children: ReactNode }) {
  return (
    <SettingsProvider>
      <Themed>
        <HotkeysProvider>
          <ToastsProvider>{children}</ToastsProvider>
        </HotkeysProvider>
      </Themed>
    </SettingsProvider>
  );
}
