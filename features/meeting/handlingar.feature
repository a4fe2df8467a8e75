# language: sv
Egenskap: Dagordning och handlingar
  Det som ska läsas före ett möte skickas ut i tid. En kallelse som har en dagordning är också en dagordning som har
  skickats ut. Arbetsdagar räknas bakåt över helger.

  @part-before
  Regel: Dagordningen skickas ut senast sju dagar före mötet

    Bakgrund:
      Givet en styrelse vars uppdrag säger att dagordningen skickas ut senast 7 dagar före varje möte
      Och att ett möte är planerat till 2021-04-06
      Och att det är 2021-12-31

    @verdict-fulfilled @verdict-fulfilled-late
    Abstrakt Scenario: Sju dagar före är i tid, sex dagar före är för sent
      När dagordningen till mötet 2021-04-06 skickas ut <dag>
      Så är utskicket av dagordningen till mötet 2021-04-06 <bedömning> den 2021-04-06

      Exempel:
        | dag        | bedömning          |
        | 2021-03-30 | fullgjort          |
        | 2021-03-31 | fullgjort för sent |

    Scenario: En kallelse med dagordning räcker
      När kallelsen till mötet 2021-04-06 skickas ut 2021-03-30 med dagordning
      Så är utskicket av dagordningen till mötet 2021-04-06 kommande den 2021-03-29
      Och är utskicket av dagordningen till mötet 2021-04-06 fullgjort den 2021-03-30

    @verdict-breached
    Scenario: En kallelse utan dagordning räcker inte
      När kallelsen till mötet 2021-04-06 skickas ut 2021-03-30 utan dagordning
      Och mötet 2021-04-06 hålls
      Så är utskicket av dagordningen till mötet 2021-04-06 försenat den 2021-03-31
      Och är utskicket av dagordningen till mötet 2021-04-06 brutet den 2021-04-06

  @part-before
  Regel: Handlingarna skickas ut senast fem arbetsdagar före mötet

    Bakgrund:
      Givet en styrelse vars uppdrag säger
        | handlingarna skickas ut senast 5 arbetsdagar före varje möte |
        | arbetsdagarna är de i Sverige                                |
      Och att ett möte är planerat till 2021-04-06
      Och att det är 2021-12-31

    @verdict-upcoming @verdict-overdue
    Scenario: Påsken räknas inte
      Så är utskicket av handlingarna till mötet 2021-04-06 kommande den 2021-03-26
      Och är utskicket av handlingarna till mötet 2021-04-06 försenat den 2021-03-27

    Abstrakt Scenario: Fredagen före stilla veckan är sista dagen
      När handlingarna till mötet 2021-04-06 skickas ut <dag>
      Så är utskicket av handlingarna till mötet 2021-04-06 <bedömning> den 2021-04-06

      Exempel: 1 april, 31 mars, 30 mars, 29 mars, 26 mars
        | dag        | bedömning          |
        | 2021-03-26 | fullgjort          |
        | 2021-03-29 | fullgjort för sent |

  Regel: Tiden kan räknas från kallelsen

    Bakgrund:
      Givet en styrelse vars uppdrag säger att handlingarna skickas ut senast 2 dagar efter kallelsen
      Och att ett möte är planerat till 2021-04-06
      Och att det är 2021-12-31

    Scenario: Före kallelsen finns ingen sista dag
      Så är utskicket av handlingarna till mötet 2021-04-06 kommande den 2021-04-05
      Och det har ingen tidsgräns

    Abstrakt Scenario: På andra dagen efter kallelsen, och på den tredje
      När kallelsen till mötet 2021-04-06 skickas ut 2021-03-20 utan dagordning
      Och handlingarna till mötet 2021-04-06 skickas ut <dag>
      Så är utskicket av handlingarna till mötet 2021-04-06 <bedömning> den 2021-04-06

      Exempel:
        | dag        | bedömning          |
        | 2021-03-22 | fullgjort          |
        | 2021-03-23 | fullgjort för sent |
