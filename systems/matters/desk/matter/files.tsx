import { useRef, useState } from "react";
import { Refused } from "../../../../foundation/http/client.ts";
import { Button, Icon, useToast, useWords } from "../../../../ui/index.ts";
import { FileRef, LIMITS, uploadFile } from "../../contract.ts";
import { pageWords } from "./words.ts";

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

async function bring(file: File): Promise<KeptFile> {
  const form = new FormData();
  form.append("file", file);
  const response = await fetch(uploadFile.path, {
    method: "POST",
    body: form,
    credentials: "same-origin",
    headers: { "x-linli": "1", "accept-language": document.documentElement.lang },
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return FileRef.parse(body);
}

/** Attachments of one act: each refused file says its own reason; those that came stay. */
export function Attach({ files, onChange }: { files: readonly KeptFile[]; onChange: (files: KeptFile[]) => void }) {
  const t = useWords(pageWords);
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (chosen: FileList | null) => {
    setBusy(true);
    let kept = [...files];
    for (const file of [...(chosen ?? [])].slice(0, LIMITS.files - files.length)) {
      if (file.size > LIMITS.file) toast({ words: t.attachBig(file.name), tone: "bad" });
      else
        try {
          kept = [...kept, await bring(file)];
        } catch (reason) {
          toast({ words: reason instanceof Refused ? reason.message : t.attachFailed(file.name), tone: "bad" });
        }
    }
    onChange(kept);
    setBusy(false);
    if (input.current) input.current.value = "";
  };
  return (
    <span className="row row-wrap">
      {files.map((file) => (
        <span className="tag" key={file.id}>
          {file.name}
          <button
            type="button"
            className="link-button"
            aria-label={t.removeFile(file.name)}
            onClick={() => onChange(files.filter((one) => one.id !== file.id))}
          >
            <Icon name="cross" small />
          </button>
        </span>
      ))}
      <input ref={input} type="file" multiple hidden onChange={(event) => take(event.target.files)} />
      {files.length < LIMITS.files && (
        <Button size="small" kind="quiet" icon="upload" busy={busy} title={t.attachHint} onClick={() => input.current?.click()}>
          {t.attach}
        </Button>
      )}
    </span>
  );
}
