import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LANGUAGES } from "../../../foundation/i18n/words.ts";
import { choosePostRoute, type Me, signOutRoute } from "../../../systems/teams/contract.ts";
import { ask, Button, Icon, Segments, useSettings, useWords } from "../../../ui/index.ts";
import { deskWords } from "../words.ts";

/** My posts, how things are shown, signing out. */
export function MyPanel({ me }: { me: Me }) {
  const t = useWords(deskWords);
  const client = useQueryClient();
  const { settings, change } = useSettings();
  const choose = async (post: string) => {
    client.setQueryData(["me"], await ask(choosePostRoute, { body: { post } }));
    client.invalidateQueries();
  };
  const leave = async () => {
    await ask(signOutRoute);
    client.clear();
    location.assign("/desk/");
  };
  return (
    <div className="my-panel column">
      <b>{me.name}</b>
      <fieldset className="field">
        <legend>{t.posts}</legend>
        {me.posts.length === 0 && <span className="meta">{t.noPost}</span>}
        {me.posts.map((post) => (
          <label className="row" key={post.holdingId}>
            <input type="radio" className="tick" name="post" checked={post.id === me.post} onChange={() => choose(post.id)} />
            <span>
              {post.unit.name} · {post.name}
              {post.kind === "stands in" && t.standsIn}
            </span>
          </label>
        ))}
      </fieldset>
      <h3>{t.display}</h3>
      <div className="my-panel-grid">
        <span>{t.language}</span>
        <Segments
          label={t.language}
          value={settings.language}
          options={LANGUAGES.map((value) => ({ value, words: <span lang={value}>{t.languageNames[value]}</span> }))}
          onChange={(language) => change({ language })}
        />
        <span>{t.type}</span>
        <Segments
          label={t.type}
          value={settings.type}
          options={(["standard", "large", "larger"] as const).map((value) => ({ value, words: t.types[value] }))}
          onChange={(type) => change({ type })}
        />
        <span>{t.density}</span>
        <Segments
          label={t.density}
          value={settings.density}
          options={(["roomy", "compact"] as const).map((value) => ({ value, words: t.densities[value] }))}
          onChange={(density) => change({ density })}
        />
        <span>{t.keys}</span>
        <Segments
          label={t.keys}
          value={settings.keys ? "on" : "off"}
          options={[
            { value: "on", words: t.keysOn },
            { value: "off", words: t.keysOff },
          ]}
          onChange={(value) => change({ keys: value === "on" })}
        />
      </div>
      <hr className="divide" />
      <Link to="/account" className="button" data-kind="plain">
        <Icon name="user" />
        {t.account}
      </Link>
      <Button icon="exit" onClick={leave}>
        {t.signOut}
      </Button>
    </div>
  );
}
