import {loadDataset} from './src/dataset/load.ts';
import {createFactsOn} from './src/daily/topic.ts';
const d=loadDataset('data',false);
const on=createFactsOn(d);
const all=on('all')!;
console.log(d.clusters.map(c=>c.id+' '+all.filter(f=>f.clusters.includes(c.id)).length+'→'+on('cluster:'+c.id)!.length).join('\n'));
console.log(d.cities.map(c=>c.id+' '+all.filter(f=>f.cities.includes(c.id)).length+'→'+on('city:'+c.id)!.length).join(' '));
console.log(on('class:支柱')!.length,on('class:新兴')!.length, all.length);
console.log(all.filter(f=>f.clusters.includes('现代轻工纺织')&&!on('cluster:现代轻工纺织')!.includes(f)).slice(0,4).map(f=>f.text))
