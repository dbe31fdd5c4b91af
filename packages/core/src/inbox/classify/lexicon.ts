/**
 * Words by stem with the feeling they carry, from -3 (anger, harm) to 3 (delight). Judged by reading comments and reviews
 * of restaurants, shops, services and software, not taken from a ready-made list. A stem stands for every word that
 * begins with it; `=` after it means exactly this word. The longest stem that fits decides.
 */
export const ukrainianStems = `
жахлив -3  жах= -3  жаху= -3  огидн -3  огид -3  бридк -3  мерзенн -3  мерзот -3  гидот -3  відврат -3  ганьб -3
кошмар -3  паскудн -3  шахра -3  обман -3  обдур -3  обшахр -3  нахаб -2  нахам -3  хам= -3  хамств -3  хамськ -3
хамл -3  хамил -3  груб -2  брехн -3  брешут -3  брешет -3  збреха -3  кидал -2  отруї -3  отруєн -3  нудот -2  зіпсу -2
зіпсова -2  зіпсут -2  тухл -3  гнил -2  черств -2  прокисл -3  скисл -2  підгорі -2  пересмаж -2  пересол -2  сирий= -1
сире= -1  сира= -1  холодна= -1  холодний= -1  холодне= -1  холодні= -1  холодну= -1  остигл -1  брудн -2  бруд= -2
бруду= -2  смерд -3  смород -3  тарган -3  волосин -2  волосся= -1  поган -2  погірш -2  гірш -2  найгірш -3  зле= -2
слабк -1  слабеньк -1  посередн -1  несмак -2  нічогоособлив -1  розчаров -2  розчару -2  шкода= -1  прикро -2  сумно= -1
сумн -1  обурен -3  обурлив -3  обурю -3  злий= -2  зла= -2  злість -2  дратує -2  дратую -2  набрид -2  дістал -2
задовбал -3  бісит -2  бісять -2  безсовісн -3  безвідповідальн -3  безграмотн -2  байдуж -2  ігнор -2  зневаж -2
нікчемн -3  лайно -3  гівн -3  фігн -2  фуфл -3  лохотрон -3  розвод= -2  розводняк -3  дно= -2  бардак -2  безлад -2
проблем -1  полам -2  ламаєт -2  зламан -2  зламал -2  тріснут -2  тріснул -2  порван -2  розірван -2  подерт -2  пошкод -2
брак= -2  бракован -2  дефект -2  неробоч -2  глюч -2  глюк -2  баг= -1  баги= -1  багів= -1  вилітає -2  зависає -2
лагає -2  гальмує -1  тупить -2  затрим -1  запізн -2  спізн -2  довго= -1  довг -1  черга= -1  черги= -1  чекал -1
чекав -1  чекає -1  чекати= -1  очікува -1  дорого= -1  дорогува -1  задорог -2  завищен -2  переплат -2  здерл -2
скарг -2  скарж -2  поскарж -2  претензі -2  вимага -1  повернітьгроші -2  прострочен -3  підробк -3  підроблен -3
неприємн -2  неприпустим -3  непрофесійн -2  нехлюй -2  недбал -2  жодного= -1  даремно= -1  марно= -1  зря= -1
втрат -1  загуби -2  зникл -1  порожн -1  галас -1  шумно -1  тісно -1  задух -1  спек -1  підвел -2  подвел -2
прекрасн 3  чудов 3  чудес 2  чудо= 2  неймовірн 3  незабутн 3  фантастичн 3  казков 2  бездоган 3  ідеальн 3  ідеал= 3
відмінн 3  відмінно= 3  найкращ 3  кращ 2  супер 3  суперов 3  клас= 2  класн 2  класно= 2  крут 2  круто= 2  кльов 2  топ= 2
топчик 2  топов 2  вогонь= 2  бомба= 2  бомбезн 2  офіген 2  шикарн 3  розкішн 3  пречудов 3  дивовижн 3  вражаюч 2
вражен 1  захват 3  захоплен 2  захоплю 2  обожню 3  люблю= 2  любимо= 2  улюблен 2  кохаю 2  закохал 2  подоба 2
сподоба 2  подобає 2  смачн 2  смачно= 2  смаколик 2  смакот 2  ням 2  свіж 1  свіжий= 1  ароматн 2  запашн 2  ніжн 1
хрустк 1  соковит 2  гарн 2  гарно= 2  красив 2  красот 2  краса= 2  затишн 2  затишно= 2  комфорт 2  зручн 2  зручно= 2
приємн 2  привітн 2  ввічлив 2  чемн 2  уважн 2  турбот 2  доброзичлив 2  професійн 2  професіонал 2  якісн 2  якісно= 2
надійн 2  швидк 1  швидко= 1  оперативн 2  вчасно= 1  чисто= 1  чистий= 1  охайн 2  добре= 1  добрий= 0  добра= 0
непоган 1  нічогеньк 1  задоволен 2  задоволенн 2  щаслив 2  радий= 1  рада= 1  раді= 1  радію 2  вдячн 2  вдячні 2  дякую 1
дякуємо 1  дякс 1  спасибі 1  рекомендую 2  рекомендуємо 2  раджу 2  порадимо 1  браво 3  молодц 2  молодець 2  розумниц 2
респект 2  вітаю= 1  вітаємо= 1  успіх 1  процвітан 2  недорог 1  вигідн 1  щедр 2  великапорція 1  допомог 1  допомогл 2
вирішил 1  натхнен 2  надихає 2  цікав 1  корисн 2  талановит 2  бажаю= 1  повернуся 1  повернемось 1  повернемося 1
прийдемоще 1  прийдущe 1  шкодує -1  гордост 2  пишаю 2  душевн 2  атмосферн 2  милий= 1  миле= 1  мила= 1  файн 2  ліпш 2
`;

/** Russian stems that differ from the Ukrainian ones above. */
export const russianStems = `
ужасн -3  ужас= -3  отвратит -3  мерзк -3  гадост -3  позор -3  жесть= -2  мошенн -3  кидалы= -3  обманул -3  обманыв -3
хамят -3  хамит -3  нагл -2  груби -3  врут= -3  врет= -3  ложь= -3  отрав -3  тошнит -3  испор -2  протух -3  гряз -2
вонь= -3  воняет -3  плох -2  хуже= -2  худш -3  разочаров -2  возмут -3  возмущ -3  бесит= -2  достал -2  раздраж -2
безобраз -3  дрянь= -3  говн -3  дерьм -3  фигня= -2  сломал -2  сломан -2  порван -2  брак= -2  долго= -1  ждал -1  ждем= -1
опозда -2  очередь= -1  дороговат -1  невкусн -2  жаль= -1  жалоб -2  подделк -3  верните= -2  обслуживаниехуж -2  зависает -2
отличн 3  лучш 2  прекрасн 3  замечательн 3  великолепн 3  восхит 3  потряс 3  обожаю 3  люблю= 2  любим 2  вкусн 2  вкусно= 2
классн 2  нравит 2  понрав 2  красив 2  уютн 2  удобн 2  приятн 2  вежлив 2  внимательн 2  качествен 2  быстр 1  быстро= 1
довол 2  доволен= 2  довольн 2  счастл 2  спасибо 1  благодар 2  советую 2  рекоменду 2  хорош 2  хорошо= 1  молодцы= 2
свеж 1  идеальн 3  лучше= 1  помогл 1
`;

export const englishStems = `
terribl -3  horribl -3  awful -3  disgust -3  appall -3  dreadful -3  atrocious -3  abysmal -3  nightmar -3  pathetic -3
shame= -2  shameful -3  shocking -2  scam -3  fraud -3  rip-off -3  ripoff -3  ripped= -2  cheat -3  liar -3  lied= -3  lying= -3
rude -3  arrogant -2  unfriendl -2  impolite -2  hostil -2  ignor -2  unhelpful -2  unprofession -2  careless -2  useless -3
worthless -3  garbage= -3  trash= -3  rubbish= -3  crap -3  sucks= -3  suck= -3  shit -3  joke= -2  bad= -2  badly= -2  worse= -2
worst= -3  poor= -2  poorly= -2  mediocre -1  bland -1  tasteless -2  stale= -2  rotten= -3  raw= -2  undercook -2  overcook -2
burnt= -2  burned= -1  cold= -1  soggy -2  greasy -1  dirty= -2  filthy -3  smell -1  stink -3  cockroach -3  hair= -1  sick= -2
poison -3  disappoint -2  upset= -2  angry= -2  furious -3  annoy -2  frustrat -2  unhappy -2  unaccept -3  ridiculous -2
waste= -2  wasted= -2  regret -2  avoid= -2  hate= -3  hated= -3  broke= -2  broken= -2  damag -2  defect -2  fault -2  torn= -2
crack -1  crash -2  crashes= -2  bug= -1  bugs= -1  buggy -2  glitch -2  freez -1  lag= -1  laggy -2  slow= -1  slowly= -1
fail -2  error= -1  problem -1  issue -1  wrong= -2  mistake -1  missing= -2  lost= -1  late= -2  delay -1  waiting= -1  waited= -1
expensive= -1  overpric -2  pricey -1  overcharg -3  refund= -2  complain -2  complaint -2  fake= -3  counterfeit -3  expired= -2
noisy -1  loud= -1  crowded= -1  unfortunately= -1  sadly= -1  sad= -1  boring= -1  confus -1  nobody= -1  unreliab -2  unsafe -2
spoil -2  spill -1  cancel -1  unanswer -1  neglect -2  misleading -2  nasty= -3  gross= -2  lousy -2  mess= -2  messy -1
excellent 3  amaz 3  awesome 3  fantastic 3  wonderful 3  brilliant 3  outstanding 3  superb 3  perfect 3  perfectly 3
incredibl 3  fabulous 3  gorgeous 3  stunning 3  exceptional 3  phenomenal 3  flawless 3  best= 3  great= 2  greatly= 2  good= 2
nice= 2  nicely= 2  lovely= 2  love= 2  loved= 3  loves= 2  loving= 2  adore 3  like= 0  liked= 1  enjoy 2  delight 3  delicious 3
tasty= 2  yummy= 2  yum= 2  fresh= 1  juicy= 2  crispy= 1  beautiful 2  pretty= 0  cozy= 2  cosy= 2  comfort 2  convenient 2
pleasant 2  pleased= 2  pleasure= 2  friendly= 2  kind= 1  polite 2  helpful 2  help= 0  helped= 1  attentive 2  professional 2
knowledgeable 2  quality= 1  reliable 2  fast= 1  quick 1  prompt 2  clean= 1  smooth 1  easy= 1  easily= 1  useful 2  intuitive 2
happy= 2  happier= 2  glad= 2  satisf 2  impress 2  thank 1  thanks= 1  thankful 2  grateful 2  appreciat 2  recommend 2
congrat 2  bravo= 3  kudos= 2  respect= 1  favourite 2  favorite 2  worth= 1  affordable 1  bargain= 2  generous 2  inspir 2
cool= 2  super= 2  wow= 2  well= 1  better= 1  fun= 2  charming 2  welcoming 2  spotless 2  legend= 2  stellar 3  gem= 2
`;
