import { type Draft, fieldsOf } from "./draft.ts";
import { hidden } from "./fields.ts";
import { html, lines, trusted } from "./html.ts";
import { inLocale, page, type Reader, sosStrip, telephone } from "./page.ts";
import { waitWords } from "./words/wait.ts";

/** The work a browser may do instead of waiting: find the number below `maxnumber` that hashes to the challenge. */
export interface ProofAsked {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber?: number;
  readonly salt: string;
  readonly signature: string;
}

/**
 * The portal's one script, on one page: does the work and sends the form. Where it cannot run (no script, no crypto on an open line, an
 * old browser) the page waits as it stands.
 */
export const proofScript = `(function(){var f=document.getElementById("turn");if(!f||!window.crypto||!crypto.subtle||!window.TextEncoder)return;var p=JSON.parse(f.getAttribute("data-proof")),e=new TextEncoder,n=0;document.getElementById("working").hidden=false;document.getElementById("waiting").hidden=true;function hex(b){return Array.prototype.map.call(new Uint8Array(b),function(x){return("0"+x.toString(16)).slice(-2)}).join("")}function some(){var t=[];for(var i=0;i<256&&n<=p.maxnumber;i++,n++)t.push(one(n));return Promise.all(t).then(function(){if(f.elements.proof.value){f.submit();return}if(n<=p.maxnumber)return some()})}function one(m){return crypto.subtle.digest("SHA-256",e.encode(p.salt+m)).then(function(b){if(hex(b)===p.challenge)f.elements.proof.value=btoa(JSON.stringify({algorithm:p.algorithm,challenge:p.challenge,number:m,salt:p.salt,signature:p.signature}))})}some()})()`;

export interface Wait {
  readonly draft: Draft;
  /** The matter near by that was chosen to be joined, as the check page had it. */
  readonly same: string;
  readonly seconds: number;
  readonly from: Date;
  readonly turn: string;
  readonly proof: ProofAsked;
}

const timeOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);

/** In a flood: all that was written stays, the place is kept, and who does not wait may call. A browser with scripts goes on by itself. */
export function waitPage(reader: Reader, { draft, same, seconds, from, turn, proof }: Wait): string {
  const words = waitWords[reader.locale];
  const { centre } = reader.county;
  const fields = [...fieldsOf(draft), ["same", same], ["step", "check"], ["turn", turn]] as const;
  const main = html`${sosStrip(reader)}<h1>${words.title}</h1><p>${words.lead}</p>
<div class="key" id="working" hidden role="status"><p><b>${words.working}</b></p></div>
<div class="key" id="waiting"><p class="big">${words.from(timeOf(from), seconds)}</p><p>${words.keep}</p></div>
<form id="turn" action="/say/submit" method="post" data-proof="${JSON.stringify(proof)}">${hidden(fields.filter(([, value]) => value !== ""))}<input type="hidden" name="proof" value=""><button class="btn">${words.send}</button></form>
<section><h2>${words.otherwise}</h2><p>${telephone(centre.phone)}<br>${inLocale(centre.address, reader.locale)}</p></section>
<section><details><summary>${words.written}</summary><blockquote class="box">${lines(draft.what)}</blockquote></details></section>
<script>${trusted(proofScript)}</script>`;
  return page(reader, { title: words.title, main });
}
