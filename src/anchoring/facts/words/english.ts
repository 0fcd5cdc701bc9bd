import type { FactWords } from '../fact-words.ts'

/** English. */
export const ENGLISH: FactWords = {
  numbers: `zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13
    fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60
    seventy:70 eighty:80 ninety:90 hundred:100 thousand:1000 million:1e6 m:1e6# billion:1e9 bn:1e9 trillion:1e12 dozen:12
    first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12
    thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16 seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20
    thirtieth:30 half:0.5 quarter:0.25 quarters:0.25 thirds:3 once:1 twice:2 thrice:3 double*:2 triple*:3 quadrupl*:4 single:1
    dozens:12s hundreds:100s thousands:1000s millions:1e6s billions:1e9s teens:10s twenties:20s thirties:30s forties:40s
    fifties:50s sixties:60s seventies:70s eighties:80s nineties:90s`,
  joiners: 'and:100',
  negation: `not=isn't=aren't=wasn't=weren't=don't=doesn't=didn't=hasn't=haven't=hadn't=can't=cannot=couldn't=won't=wouldn't=shouldn't=mustn't=mightn't=needn't=ain't
    no none never nobody=no_one nothing nowhere neither nor without no_longer hardly barely scarcely fail=fails=failed=failing=failure
    refus* lack=lacks=lacked=lacking except unless instead_of prevent=prevents=prevented=preventing avoid=avoids=avoided=avoiding`,
  negating: 'un in im il ir dis non mis',
  quantifiers: `all every=everyone=everybody=everything each any=anyone=anybody=anything some=someone=somebody=something many much
    most=mostly several few fewer less least more majority minority both either half only at_least at_most up_to more_than
    less_than fewer_than over# under# above# below# about#=around#=approximately=roughly=some_#=circa nearly=almost exactly=precisely just#
    always usually=typically often=frequently sometimes=occasionally rarely=seldom entire=entirely=whole=wholly=completely=fully partly=partially
    largest biggest smallest highest lowest largely mainly=chiefly enough too_many too_few average maximum=max minimum=min`,
  modals: `may might can=can't=cannot=able_to could=couldn't must=mustn't=has_to=have_to=had_to should=shouldn't=ought would=wouldn't will=won't shall
    need=needs=needed alleged=allegedly reportedly supposedly=supposed possibly=possible probably=probable likely unlikely
    perhaps=maybe apparently=apparent presumably certainly=certain definitely=definite surely=sure expected=expects=expect
    planned=plans=plan intends=intended suspected=suspects seems=seemed=seemingly appears=appeared hopes=hoped
    if=provided_that=in_case=whether attempted=attempts=attempt scheduled=due_to_# is_to=are_to=was_to=were_to=is_due_to=are_due_to=is_set_to=are_set_to=is_about_to=are_about_to aims=aim=aimed wants=want=wanted tries=try=tried=trying proposed=proposes=propose=proposal draft provisional=provisionally=preliminary=tentative=tentatively unconfirmed conditional=conditionally believed_to=thought_to=said_to=rumoured=rumored=presumed projected=forecast threatens=threaten=threatened pledged=pledge
    former=ex-=formerly acting=interim so-called=self-proclaimed would-be potential=potentially voluntary mandatory=compulsory=obligatory optional required=requires recommended=recommends impossible`,
  dates: `today yesterday tomorrow tonight now currently ago last next previous before after since until=till during earlier later
    a.m.=am p.m.=pm morning afternoon evening night noon midday midnight daily weekly monthly yearly=annually=annual
    century centuries decade decades spring summer autumn=fall winter bc=b.c.=bce ad=a.d. recently soon already still
    dawn=daybreak dusk=nightfall sunrise sunset weekend=weekends weekday=weekdays mid quarterly fortnightly overnight
    permanent=permanently temporary=temporarily jan feb mar apr jun jul aug sep sept oct nov dec`,
  units: `nautical_miles=nautical_mile light_years=light_year kilowatt-hours=kilowatt-hour=kilowatt_hours=kwh megawatt-hours=megawatt-hour=megawatt_hours=mwh gigawatt-hours=gigawatt_hours=gwh terawatt-hours=terawatt_hours=twh cubic calories=calorie kilocalories=kilocalorie=kcal hertz=hz volts=volt percentage_points=percentage_point percent=per_cent=pct miles=mile=mi mph=miles_per_hour km/h=kilometres_per_hour=kilometers_per_hour
    kilometre=kilometres=kilometer=kilometers=km metre=metres=meter=meters=m# centimetre=centimetres=centimeter=centimeters=cm
    millimetre=millimetres=millimeter=millimeters=mm feet=foot=ft inch=inches yard=yards tonne=tonnes=metric_tons ton=tons
    kilo=kilos=kilogram=kilograms=kilogramme=kilogrammes=kg gram=grams=g# milligram=milligrams=mg pound=pounds=lb=lbs ounce=ounces=oz
    litre=litres=liter=liters=l# gallon=gallons barrel=barrels acre=acres hectare=hectares=ha# square second=seconds minute=minutes hour=hours day=days
    week=weeks fortnight month=months year=years celsius=°c fahrenheit=°f degree=degrees watt=watts=w# kilowatt=kilowatts=kw
    megawatt=megawatts=mw gigawatt=gigawatts=gw kilobyte=kb megabyte=megabytes=mb gigabyte=gigabytes=gb terabyte=tb knots=knot`,
  currencies: `dollar=dollars=$ cent=cents euro=euros=€ pound_sterling=pound=pounds=£=quid penny=pence yen=¥ yuan=renminbi rupee=rupees=₹ rouble=ruble=roubles=rubles=₽
    shekel=shekels=₪ rial=rials toman=tomans dirham=dirhams dinar=dinars riyal=riyals peso=pesos real=reais franc=francs
    krona=kronor=krone=kroner crown=crowns won=₩ lira=₺ zloty usd eur gbp jpy chf`,
  speech: `say=says=said=saying=tell=tells=told=telling=state=stated=states=add=added=adds=note=noted=notes=explain=explained=explains=announce=announced=announces=declare=declared=declares=according_to>=remarked=commented=complained=complains=urged=urges=stressed=stresses=recalled=recalls=joked=jokes=replied=replies=answered=answers=asked=asks=shouted=whispered=murmured=muttered=sighed=laughed=mused=observed=observes=recounted
    claim=claims=claimed alleges=allege deny=denies=denied admit=admits=admitted=acknowledged confirm=confirms=confirmed reject=rejects=rejected
    argue=argues=argued insist=insists=insisted maintain=maintains=maintained=contend=contends=contended doubt=doubts=doubted=dispute=disputes=disputed=question=questions=questioned know=knows=knew warn=warns=warned suggest=suggests=suggested accuse=accuses=accused blame=blames=blamed
    believe=believes=believed think=thinks estimate=estimates=estimated report=reports=reported predict=predicts=predicted
    wrote=writes=written testified promised=promises vowed boasted conceded in_the_view_of>=in_the_opinion_of>=in_the_eyes_of>=in_the_words_of>=statement_by>=report_by>=letter_from>=letter_by>=tweet_by>=post_by>=study_by>=survey_by>=poll_by>=research_by>=analysis_by>=review_by>=interview_with>=figures_from>=data_from>=documents_from>=message_from>=per_the> see_it=sees_it=saw_it fear=fears=feared proves=prove=proved=proven shows=show=showed=shown reveals=reveal=revealed quoted_as called=calls=call=describes=described=describe=labelled=labeled=dubbed=termed`,
  titles: `mr mrs ms miss dr prof professor president minister mayor king queen prince princess sir lord lady judge justice general
    captain colonel officer chancellor senator governor director chief spokesman spokeswoman chairman chairwoman secretary
    premier bishop pope father sister doctor inspector sergeant councillor`,
  opposites: `rise rises rose risen rising increase* grow grows grew growing growth climb* gain* up higher / fall falls fell fallen falling decreas* declin* drop* shrink* shrank sank down lower
    win wins won winning winner* victory / lose loses lost losing loser* defeat*
    open opens opened opening reopen* / close closes closed closing closure shut*
    accept* approv* adopt* passed support* backed welcomed for / reject* oppos* veto* against
    guilty convict* / innocent acquit* cleared
    alive surviv* living born / dead died dies dying death* killed
    safe / dangerous unsafe
    widen* / narrow*
    improv* better / worse* deteriorat*
    older oldest / newer newest younger youngest
    cheap* / expensive dear dearer costly
    deep* / shallow*
    advanc* / retreat* withdr*
    lend lends lent lending lender* / borrow*
    plaintiff* claimant* accuser* prosecutor* prosecution / defendant* accused defence defense
    marry marries married marriage* wedding / divorc* separated
    ascend* climbed rose / descend*
    upheld uphold* confirmed / overturn* quashed annulled struck repealed revoked
    immigra* / emigra*
    expand* / contracted shrank shrunk
    positive / negative
    present / absent
    inclusive including / exclusive excluding
    complied complies comply obeyed / ignored ignores defied violated breached
    remembered / forgot
    sober / drunk drunken intoxicated
    stands valid / lapses lapsed expired void invalid
    condemn* denounc* slammed / prais* welcom* applaud*
    arrived arrives landed / departed departs took_off
    hired recruited employed / dismissed laid_off redundant
    heavier heaviest / lighter lightest
    longer longest / shorter shortest
    taller tallest / lower
    above over / below under
    front / rear back
    upper top / lower bottom
    victim* / perpetrator* attacker* suspect*
    employer* / employee* worker*
    landlord* owner* / tenant*
    creditor* / debtor*
    supply supplies / demand demands
    attack* / defend*
    war wartime / peace peacetime
    urban / rural
    domestic national / foreign international
    natural / artificial synthetic
    voluntar* / forced compulsory
    peaceful / violent
    temporary temporarily / permanent permanently
    ahead / behind
    abroad overseas / home
    credit / debit
    ancient old / modern new
    doubled doubles doubling / halved halves halving
    strict* tight* / loos* relax* eas*
    caused cause causes / prevented prevent prevents
    joined joins / quit quits resigned resigns
    free freed released / jailed imprisoned detained
    friendly / hostile
    pro / anti
    plus / minus
    husband* father* son sons brother* uncle* nephew* king* / wife wives mother* daughter* sister* aunt* niece* queen*
    true right correct / false wrong incorrect
    before / after
    north northern / south southern
    east eastern / west western
    begin* began begun start* launch* / end ends ended ending stop* finish* ceased
    more / less fewer
    highest largest biggest most best / lowest smallest least worst
    better stronger / worse weaker
    buy buys bought buying / sell sells sold selling
    import* / export*
    success* succeed* / fail*
    allow* permit* legal* / ban bans banned prohibit* forbid* forbade illegal*
    include* / exclude*
    added adds hired built / removed removes fired demolished
    arriv* entered / depart* left leaves
    public / private
    profit* surplus* / loss* deficit*
    early / late
    left left-hand / right right-hand
    inside / outside
    major / minor
    with / without
    remember* / forg*
    friend* ally allies / enem* foe*
    men man male boy* he his / women woman female girl* she her
    faster / slower
    good well / bad badly poor poorly
    high / low
    rich* wealth* / poor*
    strong* / weak*
    hot warm* / cold cool*
    full / empty
    majority / minority
    praise* / criti*
    hire* / fire* sack*
    first / last
    wet / dry
    deny denied denies / admit*
    innocen* / guilt*
    strengthen* / weaken*`,
}
