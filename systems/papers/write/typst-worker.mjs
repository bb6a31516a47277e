// Compiles in a thread of its own, so that a thick file does not stop anyone else's request. One compiler, kept warm.
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { workspace, fonts } = workerData;
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] });

parentPort.on("message", ({ id, main, paper, files }) => {
  try {
    for (const { path, bytes } of files) compiler.mapShadow(`${workspace}/${path}`, Buffer.from(bytes));
    const compiled = compiler.compile({ mainFilePath: `${workspace}/${main}`, inputs: { paper } });
    const result = compiled.result;
    if (!result) {
      const faults = compiler.fetchDiagnostics(compiled.takeDiagnostics()).map((fault) => String(fault.message));
      parentPort.postMessage({ id, fault: faults.join("; ") });
      return;
    }
    const pdf = compiler.pdf(result, { pdfTags: true });
    const bytes = new Uint8Array(pdf);
    parentPort.postMessage({ id, bytes, pages: result.numOfPages }, [bytes.buffer]);
  } catch (fault) {
    parentPort.postMessage({ id, fault: String(fault?.message ?? fault) });
  } finally {
    for (const { path } of files) compiler.unmapShadow(`${workspace}/${path}`);
    compiler.evictCache(5);
  }
});
