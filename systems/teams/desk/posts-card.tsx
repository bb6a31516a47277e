import { useState } from "react";
import { fullDate } from "../../../foundation/i18n/dates.ts";
import { Button, Tag, useLanguage, useWords } from "../../../ui/index.ts";
import type { Officer, Unit } from "../contract.ts";
import type { Place, PostWithHolders } from "./calls.ts";
import { AppointForm } from "./forms.tsx";
import { LeaveForm, type PostOption } from "./leave-form.tsx";
import { PostForm } from "./post-form.tsx";
import { UnitForm } from "./unit-form.tsx";
import { teamDeskWords } from "./words.ts";

/** A unit's posts: what each may do, who is on it and until when; for those who arrange, the ways to change it. */
export function PostsCard({
  unit,
  posts,
  places,
  people,
  options,
  units,
  rights,
  onUnit,
  may,
}: {
  unit: Unit;
  posts: readonly PostWithHolders[];
  places: ReadonlyMap<string, readonly Place[]>;
  people: readonly Officer[];
  options: readonly PostOption[];
  units: readonly Unit[];
  rights: readonly string[];
  /** A unit was set up: show it. */
  onUnit: (id: string) => void;
  may: boolean;
}) {
  const t = useWords(teamDeskWords);
  const language = useLanguage();
  const [appointing, setAppointing] = useState<PostWithHolders | null>(null);
  const [leaving, setLeaving] = useState<{ place: Place; post: PostWithHolders; how: "leave" | "move" } | null>(null);
  const [editing, setEditing] = useState<"unit" | "under" | "post" | PostWithHolders | null>(null);
  const day = (one: string) => fullDate(`${one}T12:00:00+08:00`, language);
  const nameOf = (post: PostWithHolders) => (language === "en" && post.englishName ? post.englishName : post.name);
  const rightWords = (right: string) => t.rights[right as keyof typeof t.rights] ?? right;
  return (
    <section className="card">
      <header>
        <h2>{unit.name}</h2>
        {unit.madeUp && <Tag>{t.madeUp}</Tag>}
        {unit.phone && <span className="text-meta meta">{t.phone(unit.phone)}</span>}
        {may && (
          <>
            <span className="space" />
            <span className="row row-wrap">
              <Button size="small" icon="edit" onClick={() => setEditing("unit")}>
                {t.changeUnit}
              </Button>
              <Button size="small" icon="plus" aria-label={t.newUnitUnder(unit.name)} onClick={() => setEditing("under")}>
                {t.newUnit}
              </Button>
              <Button size="small" icon="plus" onClick={() => setEditing("post")}>
                {t.newPost}
              </Button>
            </span>
          </>
        )}
      </header>
      <div className="work-table">
        <table>
          <caption className="hidden-words">{t.postsCaption(unit.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.post}</th>
              <th scope="col">{t.columns.rights}</th>
              <th scope="col">{t.columns.holders}</th>
              {may && <th scope="col">{t.columns.acts}</th>}
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <tr key={post.id}>
                <th scope="row">{nameOf(post)}</th>
                <td className="second">{post.rights.map(rightWords).join("、")}</td>
                <td>
                  {(places.get(post.id) ?? []).length === 0 && <Tag tone="amber">{t.vacant}</Tag>}
                  {(places.get(post.id) ?? []).map((place) => (
                    <div key={place.holding} className="on-post">
                      <b>{place.person}</b> {place.kind === "stands in" && <Tag tone="accent">{t.standsIn}</Tag>}{" "}
                      {place.coming && <Tag>{t.coming}</Tag>}
                      <span className="text-small meta">
                        {place.to ? t.until(day(place.from), day(place.to)) : t.from(day(place.from))}
                      </span>
                      {may && (
                        <span className="row">
                          <Button
                            size="small"
                            aria-label={`${t.move}：${place.person}`}
                            onClick={() => setLeaving({ place, post, how: "move" })}
                          >
                            {t.move}
                          </Button>
                          <Button
                            size="small"
                            aria-label={`${t.leave}：${place.person}`}
                            onClick={() => setLeaving({ place, post, how: "leave" })}
                          >
                            {t.leave}
                          </Button>
                        </span>
                      )}
                    </div>
                  ))}
                </td>
                {may && (
                  <td>
                    <Button
                      size="small"
                      icon="plus"
                      aria-label={`${t.appoint}：${nameOf(post)}`}
                      onClick={() => setAppointing(post)}
                    >
                      {t.appoint}
                    </Button>{" "}
                    <Button
                      size="small"
                      icon="edit"
                      aria-label={`${t.changePost}：${nameOf(post)}`}
                      onClick={() => setEditing(post)}
                    >
                      {t.changePost}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {appointing && (
        <AppointForm post={appointing.id} postName={nameOf(appointing)} people={people} onClose={() => setAppointing(null)} />
      )}
      {(editing === "unit" || editing === "under") && (
        <UnitForm
          unit={editing === "unit" ? unit : undefined}
          parent={unit}
          units={units}
          onClose={(made) => {
            setEditing(null);
            if (made && made !== unit.id) onUnit(made);
          }}
        />
      )}
      {editing !== null && editing !== "unit" && editing !== "under" && (
        <PostForm unit={unit} post={editing === "post" ? undefined : editing} rights={rights} onClose={() => setEditing(null)} />
      )}
      {leaving && (
        <LeaveForm
          place={leaving.place}
          post={leaving.post.id}
          postName={nameOf(leaving.post)}
          how={leaving.how}
          posts={options}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
