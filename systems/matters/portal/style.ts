/**
 * The portal's one style sheet. Three colours (ink, petrol, alarm), three letter sizes (1, 1.333, 1.667), three views by the
 * root's size and a dark one by its variables. Columns fold by themselves as letters grow; no `gap`, nothing that needs `:has`.
 */
export const portalStyle = `:root{--paper:#FBF8F2;--card:#fff;--ink:#1A2325;--soft:#3B484B;--line:#C9CCC6;--edge:#5C686B;--acc:#0B5560;--on:#fff;--wash:#E6F1EF;--warn:#8E1B16;--warnwash:#FCEFEC;--focus:#FFD43B;--tap:48px;--pad:16px}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.s2{font-size:150%;--tap:60px}
html.s3{font-size:187.5%;--tap:60px}
html.hc{--paper:#000;--card:#000;--ink:#fff;--soft:#fff;--line:#fff;--edge:#fff;--acc:#FFE45C;--on:#000;--wash:#000;--warn:#FFC2B8;--warnwash:#000;--focus:#7CF}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 -apple-system,"PingFang SC","HarmonyOS Sans SC",MiSans,"Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;line-break:strict;overflow-wrap:break-word;word-wrap:break-word;text-autospace:normal;font-variant-numeric:tabular-nums}
html[lang=en] body{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,"PingFang SC","Microsoft YaHei",sans-serif}
h1,h2,h3,p,ul,ol,dl,dd,table,figure,fieldset,legend{margin:0;padding:0}
h1{font-size:1.667rem;line-height:1.35;margin-bottom:.4em;text-wrap:balance}
h2{font-size:1.333rem;line-height:1.4;margin:0 0 .4em;text-wrap:balance}
h3,legend,.q{font-size:1rem;font-weight:700;line-height:1.5}
.s3 h1{font-size:1.4rem}.s3 h2{font-size:1.2rem}
p+p,p+ul,p+ol,ul+p,ol+p{margin-top:.5em}
a{color:var(--acc);text-decoration:underline;text-underline-offset:.2em}
a:focus,button:focus,input:focus,textarea:focus,select:focus,summary:focus,[tabindex]:focus{outline:4px solid var(--ink);outline-offset:0;box-shadow:0 0 0 8px var(--focus)}
.soft{color:var(--soft)}
.big{font-size:1.333rem;line-height:1.4;font-weight:700}
.nb{white-space:nowrap}
.cl{display:inline-block}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:12px var(--pad);background:var(--focus);color:#000}
.in{max-width:58rem;margin:0 auto;padding:0 var(--pad)}
.top{background:var(--acc);color:var(--on)}
.hc .top{background:#000;border-bottom:3px solid #fff;color:#fff}
.top .in{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between}
.brand{color:inherit;text-decoration:none;display:flex;align-items:center;min-height:var(--tap);margin-right:1em}
.brand b{font-size:1.333rem;letter-spacing:.12em;margin-right:.35em;line-height:1.2}
.view{display:flex;flex-wrap:wrap;list-style:none;margin-left:-10px}
.view a,.view button{display:flex;align-items:center;min-height:var(--tap);min-width:var(--tap);padding:0 10px;color:inherit;text-decoration:none}
.view span{border-bottom:3px solid transparent;line-height:1.5}
.view [aria-current] span{border-color:currentColor;font-weight:700}
.view a:hover span,.view button:hover span{border-color:currentColor}
.cols{display:flex;flex-wrap:wrap;margin:0 -16px;padding:20px 0 32px}
.cols>*{margin:0 16px;min-width:0}
.main{flex:2 1 26rem;max-width:38rem}
.side{flex:1 1 15rem}
.s2 .main,.s3 .main{flex-basis:24rem}
section{margin-top:36px}
.s2 section,.s3 section{margin-top:44px}
.line{display:block}
@media(min-width:900px){.side>section:first-child{margin-top:6px}}
.seen{list-style:none;border-top:2px solid var(--ink);margin-bottom:8px}.seen li{border-bottom:1px solid var(--line);padding:10px 0}
.pair{display:flex;flex-wrap:wrap;margin:0 -4px}.pair form{flex:1 1 9rem;margin:0 4px}.pair .btn{height:100%;margin:0}
.box{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:16px}
.key{background:var(--wash);border-left:6px solid var(--acc);padding:14px 16px;margin:16px 0}
.hc .key{border:2px solid #fff;border-left:10px solid var(--acc)}
.err{background:var(--warnwash);border:3px solid var(--warn);border-radius:6px;padding:14px 16px;margin-bottom:24px}
.err h2,.em{color:var(--warn)}.err a{color:var(--warn);font-weight:700;display:block;padding:9px 0;line-height:1.5}
.s2 .err a,.s3 .err a{padding:12px 0}
.em{font-weight:700}
ul.pl,ol.pl{padding-left:1.3em}.pl li{margin:.25em 0}
.bare{list-style:none}
.sos{display:flex;flex-wrap:wrap;align-items:center;border:2px solid var(--warn);border-radius:6px;background:var(--card);padding:6px 12px;margin-bottom:20px}
.sos p{flex:1 1 12em;font-weight:700;color:var(--warn);line-height:1.5}
.sos ul{display:flex;flex-wrap:wrap;flex:1 1 17em;list-style:none;justify-content:space-between}
.sos a{display:flex;align-items:center;min-height:var(--tap);color:var(--ink);text-decoration:none;white-space:nowrap}
.sos b{font-size:1.333rem;color:var(--warn);margin-right:.25em;text-decoration:underline;text-underline-offset:.2em}
.s2 .sos a,.s3 .sos a{flex-direction:column;align-items:flex-start;line-height:1.3;padding:4px 0}
.do{list-style:none;margin-top:16px}
.do a{display:block;background:var(--card);border:2px solid var(--acc);border-radius:6px;padding:12px 44px 12px 16px;margin-bottom:10px;text-decoration:none;color:var(--ink);position:relative}
.do b{display:block;font-size:1.333rem;line-height:1.35;color:var(--acc)}
.do a>span{display:block;line-height:1.5}
.do a:after{content:"";position:absolute;right:20px;top:50%;width:12px;height:12px;margin-top:-7px;border:solid var(--acc);border-width:3px 3px 0 0;transform:rotate(45deg)}
.do .go{background:var(--acc);color:var(--on)}.do .go b{color:inherit;font-size:1.667rem}.do .go:after{border-color:var(--on)}
.s3 .do .go b{font-size:1.333rem}
.do a:hover b{text-decoration:underline;text-underline-offset:.2em}
.f{margin:28px 0 0;border:0;min-width:0}
.f .f{margin-top:16px}
legend,.q{display:block;width:100%}
.f>legend,.f>.q,.f>label.q{font-size:1.333rem;line-height:1.4}
.f .f>.q,.box .f>.q{font-size:1rem}
.s3 .f>legend,.s3 .f>.q{font-size:1.2rem}
.hint{color:var(--soft);margin:2px 0 8px}
input[type=text],input[type=tel],textarea,select,input[type=file]{display:block;width:100%;min-height:var(--tap);font:inherit;line-height:1.5;color:var(--ink);background:var(--card);border:2px solid var(--edge);border-radius:4px;padding:8px 12px;margin-top:6px}
textarea{min-height:8.5em}
.short{max-width:13em}
.r{display:flex;align-items:flex-start;min-height:var(--tap);padding:10px 12px;margin-top:8px;background:var(--card);border:1px solid var(--edge);border-radius:6px;line-height:1.5}
.r input{flex:none;width:26px;height:26px;margin:.05em 12px 0 0;-webkit-appearance:none;appearance:none;background:var(--card);border:3px solid var(--edge);border-radius:50%}
.r input:checked{border:8px solid var(--acc)}
.r [type=checkbox]{border-radius:4px}
.r [type=checkbox]:checked{border:3px solid var(--acc);background:var(--acc)}
.r [type=checkbox]:checked:after{content:"";display:block;width:7px;height:13px;margin:1px 0 0 6px;border:solid var(--on);border-width:0 3px 3px 0;transform:rotate(45deg)}
.s2 .r input,.s3 .r input{width:32px;height:32px}
.r:has(:checked){border-color:var(--acc);box-shadow:inset 0 0 0 2px var(--acc)}
.r b,.r small{display:block;font-size:1rem}
.r small{color:var(--soft)}
.off{border-style:dashed}
.bad{border-left:6px solid var(--warn);padding-left:14px}
.bad input:not([type=radio]),.bad textarea{border-color:var(--warn);border-width:3px}
.btn{display:flex;align-items:center;justify-content:center;width:100%;min-height:56px;font:inherit;font-size:1.333rem;font-weight:700;line-height:1.3;color:var(--on);background:var(--acc);border:2px solid var(--acc);border-radius:6px;padding:8px 20px;margin-top:20px;text-decoration:none;cursor:pointer;text-align:center}
.s2 .btn,.s3 .btn{min-height:64px}.s3 .btn{font-size:1.1rem}
.btn.two{background:var(--card);color:var(--acc);font-size:1rem;min-height:var(--tap);margin-top:12px}
.act{display:inline-flex;align-items:center;min-height:var(--tap);min-width:var(--tap)}
.btn+.soft,form+.soft{margin-top:10px}
details{margin-top:8px}
summary{min-height:var(--tap);padding:8px 0;color:var(--acc);cursor:pointer;line-height:1.7;text-decoration:underline;text-underline-offset:.2em}
.sum>div{border-bottom:1px solid var(--line);padding:12px 0;display:flex;flex-wrap:wrap;align-items:flex-start}
.sum dt{flex:1 0 100%;color:var(--soft)}
.sum dd{flex:1 1 9em;min-width:0}
.sum dd.proof{flex:1 0 100%;margin:0;overflow-wrap:anywhere}
.sum dd+dd:not(.proof){flex:0 0 auto;margin-left:1em;margin-top:-.45em}
.code{overflow-wrap:normal;font-size:2rem;font-weight:700;line-height:1.3;display:flex;flex-wrap:wrap;margin-top:2px}
.code span{margin-right:.4em}
.s2 .code{font-size:1.667rem}.s3 .code{font-size:1.4rem}
.ticket{background:var(--card);border:2px solid var(--acc);border-radius:6px;display:flex;flex-wrap:wrap;padding:16px 16px 4px}
.ticket>*{flex:1 1 14rem;margin-bottom:12px}
.qr{flex:0 0 176px}.qr svg{display:block;width:176px;height:176px;background:#fff;margin:-4px 0 0 -12px}.hc .qr svg{margin:0}.hc .ticket{border-color:#fff}
.tl{list-style:none;border-left:3px solid var(--acc);margin-left:9px}
.tl li{padding:0 0 20px 22px;position:relative}
.tl li:before{content:"";position:absolute;left:-10px;top:.45em;width:17px;height:17px;border-radius:50%;background:var(--paper);border:3px solid var(--acc)}
.tl li:first-child:before{background:var(--acc)}
.tl li:last-child{padding-bottom:0}
.tl.todo li:first-child:before{background:var(--paper)}
.tl time,.seen time{display:block;color:var(--soft)}
.days{list-style:none;columns:2 11rem;-webkit-columns:2 11rem;column-gap:28px}
.days li{display:flex;justify-content:space-between;border-bottom:1px solid var(--line);padding:3px 0;break-inside:avoid}
.days .x{color:var(--soft)}
.words{display:flex;flex-wrap:wrap;margin:0 -4px}
.words .r{flex:1 1 8.2em;margin:8px 4px 0;align-items:center}
.tw{overflow-x:auto;margin-top:12px}
table{border-collapse:collapse;width:100%;background:var(--card)}
caption{text-align:left;font-weight:700;padding:0 0 6px}
th,td{border-bottom:1px solid var(--line);padding:8px 8px;text-align:right;vertical-align:top;line-height:1.5}
th:first-child{text-align:left;padding-left:10px}thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:400}
.num{display:flex;flex-wrap:wrap;margin:12px -8px 0}
.num li{flex:1 1 11em;margin:0 8px 12px;border-top:4px solid var(--acc);padding-top:6px;list-style:none}
.num b{display:block;font-size:1.667rem;line-height:1.3}
.ch{display:block;width:100%;overflow:visible}
.ch text{font-size:1rem;fill:var(--ink)}.ch .a{fill:var(--wash);stroke:var(--acc);stroke-width:2}.ch .b{fill:var(--acc)}
.kb{display:inline-block;width:1em;height:1em;vertical-align:-.1em;border:2px solid var(--acc);background:var(--wash);margin:0 .3em 0 0}.kb.b{background:var(--acc);margin-left:1em}
.foot{background:var(--card);border-top:3px solid var(--acc);padding:20px 0 28px}
.foot .in>div{display:flex;flex-wrap:wrap;margin:0 -16px}
.foot div div{flex:1 1 14rem;margin:0 16px 12px}
@media (forced-colors:active){.btn,.do a,.r{border:2px solid}}

.view button{font:inherit;background:none;border:0;cursor:pointer}
.plain{font:inherit;color:var(--acc);background:none;border:0;padding:0;min-height:var(--tap);min-width:var(--tap);text-decoration:underline;text-underline-offset:.2em;cursor:pointer;text-align:left}
.kept li{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;border-bottom:1px solid var(--line)}
.main.wide{max-width:none}
.gap{margin-top:12px}
textarea.low{min-height:4.5em}
.short.wide{font-size:1.333rem;letter-spacing:.06em}
.f.near{margin-top:8px}
fieldset.box{border:1px solid var(--line)}fieldset.box legend{float:left;margin-bottom:.3em}fieldset.box legend+*{clear:both}
blockquote{margin:8px 0 0;padding:0 0 0 14px;border-left:3px solid var(--edge)}blockquote.box{padding:14px;border:1px solid var(--line)}
.key.late{background:var(--warnwash);border-color:var(--warn)}.key.late .big{color:var(--warn)}
.hc .key.late{border-color:var(--warn)}
.said{margin-top:0}
.alarm{background:var(--warn);border-color:var(--warn)}.err a.alarm{color:var(--on);display:flex}
.alone h1{color:var(--warn)}
.foot nav a{margin-right:1em}
.a4,.r80{background:#fff;color:#000;outline:1px solid #767676;margin:24px 0}
.a4{width:100%;max-width:210mm;padding:8mm 6mm;font-size:14pt}.r80{width:80mm;max-width:100%;padding:4mm 4mm 8mm;font-size:11.5pt;line-height:1.5}
.a4 h2,.a4 p,.a4 li,.a4 dt,.a4 dd,.r80 *{font-size:inherit}
.ph1{display:flex;justify-content:space-between;align-items:baseline;border-bottom:2px solid #000;padding-bottom:2mm;margin-bottom:4mm}
.ph1 .bn{font-size:1.3em;letter-spacing:.1em}.pt{display:flex;flex-wrap:wrap;justify-content:space-between}
.a4 .pc,.r80 .pc{font-weight:700;line-height:1.3;font-size:20pt}.pc span{margin-right:.15em;display:inline-block}
.pq{text-align:center}.pq svg{width:40mm;height:40mm;display:block}.r80 .pq{margin:3mm auto}.r80 .pq svg{width:44mm;height:44mm;margin:auto}
.a4 dl,.r80 dl{border-top:1px solid #000;border-bottom:1px solid #000;padding:2mm 0;margin:5mm 0}.a4 dt,.r80 dt{font-weight:700}.a4 ul,.r80 ul{list-style:none}.a4 li,.r80 li{padding:1mm 0}
.r80 li b{display:block}.why{margin-top:5mm}.ft{border-top:2px solid #000;margin-top:6mm;padding-top:3mm}
@media(min-width:700px){.a4{padding:18mm;min-height:250mm}.a4 .pc{font-size:28pt;white-space:nowrap}.a4 dl{display:grid;grid-template-columns:6em 1fr}.a4 dt,.a4 dd{padding:1.5mm 0}}
@media print{.top,.foot,.btn,.skip,.np,.sos,form{display:none!important}html{font-size:12pt}body,.key{background:#fff;color:#000}.in,.cols{padding:0;margin:0;display:block}.ticket,.tl li,.box{break-inside:avoid}.a4,.r80{outline:0;margin:0;max-width:none}}
`;
