import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  useFailureWords,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { dropView, saveView } from "../../contract.ts";
import { useViews } from "../queries.ts";
import { listWords } from "../words.ts";
import { type QueueSearch, viewUrl } from "./queue-search.ts";

/** 存为视图, or, on a view of mine, rename and delete; deleting can be undone. */
export function ViewButtons({ search }: { search: QueueSearch }) {
  const t = useWords(listWords);
  const k = useWords(kitWords);
  const toast = useToast();
  const client = useQueryClient();
  const failure = useFailureWords();
  const url = viewUrl(search);
  const view = useViews().data?.views.find((one) => one.url === url && one.mine);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const refresh = () => client.invalidateQueries({ queryKey: ["views"] });
  const save = async () => {
    if (!name.trim()) return setProblems([{ field: "view-name", sentence: t.viewNameMissing }]);
    try {
      await ask(saveView, { body: { id: view?.id ?? newId(), name: name.trim(), url, shared } });
      setOpen(false);
      toast({ words: t.viewSaved(name.trim()) });
      refresh();
    } catch (reason) {
      setProblems([{ field: "view-name", sentence: failure(reason).sentence }]);
    }
  };
  const remove = async () => {
    if (!view) return;
    await ask(dropView, { params: { id: view.id } });
    refresh();
    toast({
      words: t.viewDeleted(view.name),
      undo: () => ask(saveView, { body: { id: view.id, name: view.name, url: view.url, shared: view.shared } }).then(refresh),
    });
  };
  const begin = () => {
    setName(view?.name ?? "");
    setShared(view?.shared ?? false);
    setProblems([]);
    setOpen(true);
  };
  const foot = (
    <>
      <Button onClick={() => setOpen(false)}>{k.cancel}</Button>
      <Button kind="primary" onClick={save}>
        {k.save}
      </Button>
    </>
  );
  return (
    <>
      <Button kind="quiet" size="small" icon="bookmark" onClick={begin}>
        {view ? t.renameView : t.saveView}
      </Button>
      {view && (
        <Button kind="quiet" size="small" icon="cross" onClick={remove}>
          {t.deleteView}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={view ? t.renameView : t.saveView} foot={foot} width={420}>
        <ErrorSummary problems={problems} />
        <Field id="view-name" label={t.viewName} hint={t.viewNameHint} error={problems[0]?.sentence}>
          <Input maxLength={30} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={save} />
        </Field>
        <label className="row">
          <input type="checkbox" className="tick" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t.viewShared}
        </label>
      </Dialog>
    </>
  );
}
