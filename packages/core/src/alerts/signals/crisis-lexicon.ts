import type { Severity } from "../kinds.ts";

/** What a crisis is about, and what weight that has. */
export const crisisTopics = {
  poisoning: "critical",
  injury: "critical",
  lawsuit: "high",
  authority: "high",
  boycott: "high",
  press: "high",
  discrimination: "high",
  "data-leak": "high",
  fraud: "medium",
} as const satisfies Record<string, Severity>;
export type CrisisTopic = keyof typeof crisisTopics;

/**
 * Phrases of stems between bars, in Ukrainian, English and Russian. A stem stands for every word that begins with it, `=`
 * after it for exactly this word; one other word may stand between two. Chosen for what people write to a company when it
 * is serious, and not for what merely sounds alike: «суд», but not «судячи»; "in court", but not "food court".
 */
export const crisisPhrases: Readonly<Record<CrisisTopic, string>> = {
  poisoning: `
отруї | отруєн | потруї | харчов отруєнн | сальмонел | ботуліз | нудил всю ніч | рвал всю ніч | блювал | блювот |
кишков інфекц | промива шлун |
food poison | got poison | was poison | were poison | poisoned | poisoning= | salmonel | botulis | e= coli= | listeri |
threw up | throwing up | vomit |
отрави | отравл | траванул | пищев отравлен | тошнил всю ноч | рвал всю ноч
`,
  injury: `
госпіталіз | реанімац | викликал швидк | швидк викликал | потрапи до лікарн | потрапи у= лікарн | потрапи в= лікарн |
опини в= лікарн | опини у= лікарн | забрал в= лікарн | забрал швидк | анафілак | набряк квінке | ледь не= помер |
мало не= помер | мало не= задих | ледь не= вдави | травмува | зламал рук= | зламал ног | зламав рук | зламав ног |
обпік | опік= друг | ударил струм | уразил струм | вдарил струм | вибухну | загорівс | загорілас | загорілос | спалахну | скло в= їж |
уламок скл | шматок скл | знайш скло в= | знайш скло у= | ледь відкачал | ледве відкачал |
hospitali | in hospital= | to hospital= | to the hospital | in the hospital | emergency room | called an ambulance |
ambulance | anaphyla | almost died | nearly died | almost choked | nearly choked | got injured | was injured | injured my |
broke my arm | broke my leg | broke my tooth | got burned | burned my hand | electric shock | electrocut | exploded |
caught fire | glass in my | found glass in= | piece of glass |
госпитализ | реанимац | вызвал скор | скор вызвал | попал в= больниц | забрал в= больниц | чуть не= умер |
травмирова | взорвал | загорелс | загорелась | ударил ток | осколок стекл | кусок стекл | нашл стекло в= | нашел стекло в= | еле откачал | едва откачал
`,
  lawsuit: `
подам до= суд | подамо до= суд | подаєм до= суд | подаю до= суд | подав до= суд | подал до= суд | подати до= суд |
подам в= суд | подаю в= суд | подати в= суд | подаємо в= суд | на= вас в= суд | на= вас до= суд | до= суду= | в= суді= | у= суді= | через суд= |
зустрінемось у= суд | зустрінемось в= суд | судитис | судитим | засуджу | судов позов | судов справ | позиватис |
позовн | позов= | мій адвокат | наш адвокат | мій юрист | наш юрист | адвокат зв'яж | юрист зв'яж | звернус до= адвокат |
звернус до= юрист | моральн шкод | моральн збитк |
lawsuit | sue= you | sue= them | sue= your | will sue= | to sue= | suing= | sued= | in court= | to court= | legal action |
my lawyer | our lawyer | my attorney | our attorney | my solicitor | class action | small claims |
подам в= суд | подаю в= суд | подать в= суд | подадим в= суд | в= суде= | через суд= | судить вас | судитьс | исков |
мой адвокат | наш адвокат | мой юрист | моральн ущерб | моральн вред
`,
  authority: `
держпродспожив | захист прав споживач | захисту прав споживач | напиш в= держ | заяв в= поліц | заяв до= поліц |
заяву в= поліц | звернус до= поліц | звернус в= поліц | викличу поліц | викликал поліц | прокурат | кіберполіц |
санстанц | санепід | податков перевір | скарг до= держ | скарж до= держ |
health department | health inspect | food standards agency | trading standards | consumer protection | report you to |
reported you to | reporting you to | call the police | called the police | police report | better business bureau |
роспотреб | заявлен в= полиц | прокуратур | вызову полиц | вызвал полиц | санэпид | защит прав потребител
`,
  boycott: `
бойкот | не= купуйте= тут | не= купуйте= у= них | не= купуйте= в= них | обходьте десят | закрити цей заклад |
закривати таких | розповсюд всім | поширте всі | макс репост | максимальн репост |
boycott | cancel this brand | cancel this company | spread the word about this | tell everyone to avoid | shut this place |
shut them down |
бойкот | не= покупайте= у= них | максимальн репост | обходите стороной | закрыть эту
`,
  press: `
журналіст | телебачен | зніму сюжет | знімуть сюжет | розслідуван | напиш в= газет | звернус до= змі= | розкаж змі= |
передам змі= | на= тсн= | в= новини= |
journalist | reporter | going to the press | go to the press | the media will | contact the media | contacting the media |
tv channel | go viral | going viral |
журналист | телевиден | снимем сюжет | расследован | обращус в= сми=
`,
  discrimination: `
расист | расизм | дискримінац | сексист | сексизм | гомофоб | ксенофоб | домагал | домаганн | принизил за= мов |
відмовил обслуговуват через | нехту ветеран | виганя ветеран | вигна ветеран | образил ветеран | принизил військов |
образил військов | ображал військов | ображав військов | не= обслугову українськ |
racist | racism | discriminat | sexist | sexism | homophob | harassed | harassment | assaulted |
расист | дискриминац | сексист | гомофоб | домогал | хохол= | хохла= | хохлом= | хохлы= | хохлов= | хохлам= | оскорбил военн | отказались обслуживать
`,
  "data-leak": `
витік даних | витекл дан | злит дан | злил дан | злили мої | персональн дан | зламал мій акаунт | зламал акаунт |
списал гроші з= картк | зняли гроші з= картк |
data breach | data leak | leaked my | my data was | stolen card | card was charged without | hacked |
утечк данных | слили дан | слили мои | персональн данн | списал деньги с= карт
`,
  fraud: `
шахра | аферист | лохотрон | розвод на= грош | розвели на= грош | кинул на= грош | обдурил на= | скам= | вкрали грош | вкрали мої грош |
привласнил грош | взял передоплат зник | взял передоплат заблок | взял гроші зник | взял гроші заблок | фейков магазин |
scam= | scams= | scammer | scammed= | fraud | con= artist | stole my money | stole our money | stole money | took my money and= | fake shop | fake store |
мошенни | развод на= деньг | развели на= деньг | кинули на= деньг | обманули на= деньг | украли деньг | взял предоплат пропа |
взял предоплат заблок | взял деньги пропа | взял деньги заблок
`,
};

/**
 * What makes a sentence harmless though it holds a phrase of the topic, or of every topic: help against it, talk of others,
 * idioms.
 */
export const harmlessPhrases: Readonly<Partial<Record<CrisisTopic | "any", string>>> = {
  any: `
фільм | серіал | книг | роман= | вистав | роль= | квест | детектив | гра= про | movie | film | series= | novel | book= |
сериал | спектакл
`,
  poisoning: `
при= отруєнн | від= отруєн | від= отруєнь | після отруєнн допоміг | допоміг при= | допомага при= | чи можна отруїтис |
можна отруїтис | боюс отруїт | щоб не= отруї | аби не= отруї | отруйн | сорбент | can you get | can i get | cure for | helps with | helped with |
remedy | poison ivy | name your poison | poisonous | при= отравлен | от= отравлен | можно отравит | чтобы не= отрави |
отравляющ
`,
  injury: `
опини в= лікарні= з= друз | працюю в= лікарн | працює в= лікарн | лежу в= лікарн і= | народи | пологов | доставк в= лікарн |
доставк до= лікарн | for the hospital | work in | working in | works in | work at | donat | gave birth | maternity | visiting |
hospitality | смак вибухну | exploded with flavo | exploded with flavour | exploded in popularity | вибухнул смак | загорілис очі | загорілас ідеє |
вкус взорвал | взорвал мозг | обпік кав | работаю в= больниц | загорелись глаз | загорелась идее
`,
  lawsuit: `
tennis court | food court | basketball court | court yard | take you to court for coffee | судячи | пішки до= суду | біля суду= |
навпроти суду= | поруч суд | працюю в= суд | працює в= суд | nearby court | next to the court | next to court | near the court |
works in court | work in court | рядом с= суд | работаю в= суд
`,
  authority: `
thank the police | дяку поліці | працює в= поліц | працюю в= поліц | для поліц | for the police | спасибо полиц
`,
  boycott: `
бойкот росі | бойкот рф= | бойкот російськ | бойкот окупант | бойкот агресор | бойкотуєм росі | бойкотуєм російськ | бойкотуйте росі |
бойкотуйте російськ | boycott russia | boycotting russia | boycott russian | бойкот росси | бойкотируем росси | репост конкурс | розіграш | giveaway
`,
  press: `
факультет журналіст | навчаюс на= журналіст | кафедр журналіст | студент журналіст | we are journalists looking | я= журналіст | я= журналістк | as a journalist |
i'm a journalist | i am a journalist | this deserves | should go viral | deserves to go | факультет журналист | я= журналист
`,
  discrimination: `
проти дискримінац | проти расизм | без дискримінац | against racism | against discrimination | fight racism | no discrimination | indiscriminat |
против дискриминац | против расизм
`,
  fraud: `
від= шахра | проти шахра | recover | anti fraud | fraud protection | fraud detection | fraud prevention | against fraud | scam alert |
від= вашого імені= допоміг | допоміг повернут | допомогл повернут | от= мошенни | против мошенни | помог вернут | помогл вернут
`,
  "data-leak": `
політик персональн | обробк персональн | згод на= обробку | захищаєте персональн | захист персональн | захищен персональн | згод персональн |
як видалити | де зберіга | life hack | growth hack | hackathon | lifehack | обработк персональн | политик персональн
`,
};

/** Words that turn the meaning of what follows within three words. */
export const negatorStems: readonly string[] = [
  ..."не= ні= ніхто= без= ніколи= жодн нема= немає= навряд= нет= без= никто= никогда= нікого= никого=".split(" "),
  ..."not= no= never= without= hardly= nobody= none= didn't= don't= doesn't= won't= wouldn't= isn't= wasn't= weren't=".split(
    " ",
  ),
  ..."aren't= can't= cannot= haven't= hasn't= hadn't= nor=".split(" "),
];
