import type { Me } from "../../../systems/teams/contract.ts";
import { Icon, Popover, useWords } from "../../../ui/index.ts";
import { deskWords } from "../words.ts";
import { MyPanel } from "./my-panel.tsx";

/** The post in whose name I act; behind it my other posts, the display, and the way out. */
export function MeMenu({ me }: { me: Me }) {
  const t = useWords(deskWords);
  const post = me.posts.find((one) => one.id === me.post);
  return (
    <Popover trigger="click" placement="bottomRight" content={<MyPanel me={me} />}>
      <button type="button" className="who">
        <span className="avatar" aria-hidden="true">
          {(post?.unit.shortName ?? me.name).slice(0, 1)}
        </span>
        <span className="cut">{post ? `${post.unit.shortName} · ${post.name}` : t.noPost}</span>
        <Icon name="chevron-down" small />
      </button>
    </Popover>
  );
}
