import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Failure, Input, kitWords, useLanguage, useWords } from "../../../ui/index.ts";
import { placesByPost, treeOf, useMayArrange, usePeople, usePosts, useUnits } from "./calls.ts";
import { today } from "./forms.tsx";
import { PeopleCard } from "./people-card.tsx";
import { PostsCard } from "./posts-card.tsx";
import { UnitTree } from "./unit-tree.tsx";
import { teamDeskWords } from "./words.ts";
import "./teams.css";

/** 单位与岗位: units as a tree, their posts and who is on them; people and accounts for those who arrange. */
export default function TeamsPage() {
  const t = useWords(teamDeskWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { unit?: string };
  const may = useMayArrange();
  const units = useUnits();
  const posts = usePosts();
  const people = usePeople(may);
  const [words, setWords] = useState("");
  const all = units.data?.units ?? [];
  const tree = treeOf(all, words);
  const unit = all.find((one) => one.id === search.unit) ?? all.find((one) => one.kind === "county centre") ?? all[0];
  const allPosts = posts.data?.posts ?? [];
  const unitName = new Map(all.map((one) => [one.id, one.shortName || one.name]));
  const postName = (id: string) => {
    const post = allPosts.find((one) => one.id === id);
    return post
      ? `${unitName.get(post.unitId) ?? ""} · ${language === "en" && post.englishName ? post.englishName : post.name}`
      : "";
  };
  const options = allPosts.map((post) => ({ value: post.id, label: postName(post.id) }));
  const rights = [...new Set([...Object.keys(t.rights), ...allPosts.flatMap((post) => post.rights)])];
  const error = units.error ?? posts.error ?? people.error;
  return (
    <div className="teams">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{may ? t.intro : `${t.intro} ${t.readOnly}`}</p>
      {error && (
        <Failure
          reason={error}
          onRetry={() => {
            units.refetch();
            posts.refetch();
            if (may) people.refetch();
          }}
        />
      )}
      {!error && (!units.data || !posts.data) && <p role="status">{k.loading}</p>}
      {units.data && posts.data && (
        <div className="teams-two">
          <nav className="card" aria-label={t.units}>
            <div className="card-body">
              <Input
                aria-label={t.find}
                placeholder={t.find}
                allowClear
                value={words}
                maxLength={30}
                onChange={(event) => setWords(event.target.value)}
              />
              {tree.length === 0 ? (
                <p className="meta">{t.findNone}</p>
              ) : (
                <UnitTree branches={tree} chosen={unit?.id} all={words.trim() !== ""} />
              )}
            </div>
          </nav>
          <div className="column teams-right">
            {unit && (
              <PostsCard
                key={unit.id}
                unit={unit}
                posts={allPosts.filter((post) => post.unitId === unit.id)}
                places={placesByPost(allPosts, people.data?.people, today())}
                people={people.data?.people ?? []}
                options={options}
                units={all}
                rights={rights}
                onUnit={(id) => navigate({ to: "/teams", search: { unit: id } as never })}
                may={may}
              />
            )}
            {may && people.data && <PeopleCard people={people.data.people} postName={postName} />}
          </div>
        </div>
      )}
    </div>
  );
}
