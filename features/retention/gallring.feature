# language: sv
Egenskap: Vad som bevaras och när det får gallras
  Det som har kommit in bevaras så länge som uppdraget säger. Till och med den sista dagen är bevarandet kommande, dagen
  efter är det fullgjort och handlingen får gallras. Det som gallras tidigare har gallrats i strid med uppdraget.

  @part-retention
  Regel: Protokoll bevaras i tio år

    Bakgrund:
      Givet en styrelse vars uppdrag säger att protokoll bevaras i 10 år
      Och att det är 2035-12-31

    @verdict-upcoming @verdict-fulfilled
    Abstrakt Scenario: Den sista dagen, och dagen efter
      Givet att styrelsen möttes <möte>
      Och att protokollet från <möte> kommer in <inkom> som en fil
      Så är bevarandet av protokollet från <möte> kommande den <sista>
      Och är bevarandet av protokollet från <möte> fullgjort den <efter>

      Exempel: Tio år efter skottdagen finns ingen skottdag
        | möte       | inkom      | sista      | efter      |
        | 2021-03-17 | 2021-03-20 | 2031-03-20 | 2031-03-21 |
        | 2024-02-15 | 2024-02-29 | 2034-02-28 | 2034-03-01 |

    @verdict-breached
    Abstrakt Scenario: Gallrat en dag för tidigt, och i tid
      Givet att styrelsen möttes 2021-03-17
      Och att protokollet från 2021-03-17 kommer in 2021-03-20 som en fil
      När protokollet från 2021-03-17 gallras <dag>
      Så är bevarandet av protokollet från 2021-03-17 <bedömning> den 2035-12-31

      Exempel:
        | dag        | bedömning |
        | 2031-03-20 | brutet    |
        | 2031-03-21 | fullgjort |

  Regel: Tiden kan räknas från årets slut

    Scenario: Två år efter utgången av året
      Givet en styrelse vars uppdrag säger att protokoll bevaras i 2 år efter utgången av det år då de kom in
      Och att det är 2024-12-31
      Och att styrelsen möttes 2021-03-17
      Och att protokollet från 2021-03-17 kommer in 2021-03-20 som en fil
      Så är bevarandet av protokollet från 2021-03-17 kommande den 2023-12-31
      Och är bevarandet av protokollet från 2021-03-17 fullgjort den 2024-01-01

  Regel: Tiden kan räknas från det att uppdraget eller styrelsen upphör

    Scenario: Ett år efter uppdragets slut
      Givet en styrelse vars uppdrag säger att protokoll bevaras i 1 år efter att uppdraget har upphört
      Och att det är 2024-12-31
      Och att styrelsen möttes 2021-03-17
      Och att protokollet från 2021-03-17 kommer in 2021-03-20 som en fil
      Och att uppdraget upphör med 2022-06-30
      Så är bevarandet av protokollet från 2021-03-17 kommande den 2023-06-30
      Och är bevarandet av protokollet från 2021-03-17 fullgjort den 2023-07-01

    Scenario: Ett år efter det att styrelsen upplöstes
      Givet en styrelse vars uppdrag säger att protokoll bevaras i 1 år efter att styrelsen har upplösts
      Och att det är 2024-12-31
      Och att styrelsen möttes 2021-03-17
      Och att protokollet från 2021-03-17 kommer in 2021-03-20 som en fil
      Och att styrelsen upplöses 2022-06-30
      Så är bevarandet av protokollet från 2021-03-17 kommande den 2023-06-30
      Och är bevarandet av protokollet från 2021-03-17 fullgjort den 2023-07-01

    Scenario: Så länge styrelsen finns, börjar tiden inte
      Givet en styrelse vars uppdrag säger att protokoll bevaras i 1 år efter att styrelsen har upplösts
      Och att det är 2024-12-31
      Och att styrelsen möttes 2021-03-17
      Och att protokollet från 2021-03-17 kommer in 2021-03-20 som en fil
      Så är bevarandet av protokollet från 2021-03-17 kommande den 2024-12-31
      Och det har ingen tidsgräns

  Regel: Somligt gallras aldrig

    Scenario: För alltid
      Givet en styrelse vars uppdrag säger att protokoll bevaras för alltid
      Och att det är 2099-12-31
      Och att styrelsen möttes 2021-03-17
      Och att protokollet från 2021-03-17 kommer in 2021-03-20 som en fil
      När protokollet från 2021-03-17 gallras 2099-12-31
      Så är bevarandet av protokollet från 2021-03-17 kommande den 2099-12-30
      Och är bevarandet av protokollet från 2021-03-17 brutet den 2099-12-31
