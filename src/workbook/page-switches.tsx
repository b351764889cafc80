import {
  Button, Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, ToggleButton, Tooltip,
} from "@fluentui/react-components";
import { DarkTheme20Regular } from "@fluentui/react-icons/svg/dark-theme";
import { PanelRight20Regular } from "@fluentui/react-icons/svg/panel-right";
import type { ReactElement } from "react";
import { useSay } from "./language-context";
import { languages, themeChoices, type Preferences } from "./preferences";
import { bar, languageNames, themeNames } from "./texts";
import { useWatched, type Watchable } from "./watched";

type OfPreferences = { readonly preferences: Preferences };

/** Offers the other language in that language's own word. */
export function LanguageSwitch({ preferences }: OfPreferences): ReactElement {
  const { language } = useWatched(preferences);
  const other = languages.find((one) => one !== language)!;
  return (
    <Button
      appearance="subtle"
      size="small"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => preferences.chooseLanguage(other)}
    >
      {languageNames[other]}
    </Button>
  );
}

export function ThemeMenu({ preferences }: OfPreferences): ReactElement {
  const say = useSay();
  const { themeChoice } = useWatched(preferences);
  return (
    <Menu
      checkedValues={{ theme: [themeChoice] }}
      onCheckedValueChange={(_event, { checkedItems: [chosen] }) => {
        const choice = themeChoices.find((one) => one === chosen);
        if (choice) preferences.chooseTheme(choice);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={say(bar.theme)} relationship="label">
          <MenuButton appearance="subtle" size="small" icon={<DarkTheme20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeChoices.map((choice) => (
            <MenuItemRadio key={choice} name="theme" value={choice}>{say(themeNames[choice])}</MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export function PaneSwitch({ open }: { readonly open: Watchable<boolean> }): ReactElement {
  const isOpen = useWatched(open);
  return (
    <Tooltip content={useSay()(bar.showPane)} relationship="label">
      <ToggleButton
        appearance="subtle"
        size="small"
        icon={<PanelRight20Regular />}
        checked={isOpen}
        onClick={() => open.set(!isOpen)}
      />
    </Tooltip>
  );
}
