import { readFileSync } from "node:fs";
import { loadDataset } from "./src/dataset/load.ts";
import { readFace } from "./src/pictures/font.ts";
import { compareCitiesScene, compareClustersScene } from "./src/pictures/scenes/compare.ts";
const font = { regular: readFace(readFileSync("assets/font/NotoSansSC-Regular.ttf")), bold: readFace(readFileSync("assets/font/NotoSansSC-Bold.ttf")) };
const d = loadDataset("data");
const n=(s:any)=>s.shapes.reduce((a:number,x:any)=>a+(x.text?.length??x.glyph?.length??0),0);
const out:any[]=[];
const cl=d.clusters.map(c=>c.id), ci=d.cities.map(c=>c.id);
for(let i=0;i<20;i++)for(let j=i+1;j<20;j++)out.push([n(compareClustersScene(d,font,[cl[i]!,cl[j]!])),cl[i],cl[j]]);
for(let i=0;i<21;i++)for(let j=i+1;j<21;j++)out.push([n(compareCitiesScene(d,font,[ci[i]!,ci[j]!])),ci[i],ci[j]]);
out.sort((a,b)=>b[0]-a[0]);console.log(out.slice(0,8),out.length);
const o4:any[]=[];for(let k=0;k<400;k++){const p=[...cl].sort(()=>Math.random()-.5).slice(0,4);o4.push([n(compareClustersScene(d,font,p)),p.join()]);const q=[...ci].sort(()=>Math.random()-.5).slice(0,4);o4.push([n(compareCitiesScene(d,font,q)),q.join()])}
o4.sort((a,b)=>b[0]-a[0]);console.log(o4.slice(0,6));
