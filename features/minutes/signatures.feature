Feature: Who signs the minutes
  Minutes are signed by those whom the mandate names, on the day of signing. They count as signed with the last
  signature that is needed. A refusal to sign begins it all anew.

  Rule: All who are named sign

    Background:
      Given a board whose mandate says that the chair and the adjuster sign the minutes within 14 days
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of adjuster from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And the meeting of 2021-03-17 is held
      And the minutes of 2021-03-17 are written on 2021-03-18

    @verdict-upcoming @verdict-fulfilled
    Scenario: The last signature on the fourteenth day
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-31
      Then on 2021-03-30 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-31 the signing of the minutes of 2021-03-17 is fulfilled

    @verdict-overdue @verdict-fulfilled-late
    Scenario: The last signature on the fifteenth day
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-04-02
      Then on 2021-04-01 the signing of the minutes of 2021-03-17 is overdue by 1 day
      And on 2021-04-02 the signing of the minutes of 2021-03-17 is fulfilled late by 2 days

    Scenario: Somebody else's signature does not count
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Cecilia Holm" approves the minutes of 2021-03-17 on 2021-03-21
      Then on 2021-03-31 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-04-01 the signing of the minutes of 2021-03-17 is overdue by 1 day

    Scenario: Who is chair no longer cannot sign as chair
      Given "Anna Lund" gives up the role of chair with 2021-03-19
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-21
      Then on 2021-03-31 the signing of the minutes of 2021-03-17 is upcoming

    Scenario: On the last day in office the chair still can
      Given "Anna Lund" gives up the role of chair with 2021-03-20
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-21
      Then on 2021-03-21 the signing of the minutes of 2021-03-17 is fulfilled

    Scenario: A refusal begins it anew
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" rejects the minutes of 2021-03-17 on 2021-03-22 because "the second decision is missing"
      And the minutes of 2021-03-17 are written on 2021-03-24
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-25
      And "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-26
      Then on 2021-03-25 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-26 the signing of the minutes of 2021-03-17 is fulfilled

  Rule: Some of those who are named are enough

    Background:
      Given a board whose mandate says that two of the chair, the vice chair and the adjuster sign the minutes within 14 days
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of adjuster from 2021-01-01
      And "Cecilia Holm" holds the role of vice chair from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And the meeting of 2021-03-17 is held
      And the minutes of 2021-03-17 are written on 2021-03-18

    Scenario: With the second signature the minutes are signed
      When "Cecilia Holm" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-03-21 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-22 the signing of the minutes of 2021-03-17 is fulfilled

  Rule: One of several is enough for a place

    Background:
      Given a board whose mandate says that the chair or the vice chair, and the adjuster sign the minutes within 14 days
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of adjuster from 2021-01-01
      And "Cecilia Holm" holds the role of vice chair from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And the meeting of 2021-03-17 is held
      And the minutes of 2021-03-17 are written on 2021-03-18

    Scenario Outline: The chair or the vice chair
      When "<name>" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-03-21 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-22 the signing of the minutes of 2021-03-17 is fulfilled

      Examples:
        | name         |
        | Anna Lund    |
        | Cecilia Holm |

    Scenario: Both of them do not make up for the adjuster
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Cecilia Holm" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-04-01 the signing of the minutes of 2021-03-17 is overdue by 1 day

    Scenario: A vice chair who is the adjuster, too, signs for one of the two
      Given "Björn Ek" gives up the role of adjuster with 2021-02-28
      And "Cecilia Holm" holds the role of adjuster from 2021-03-01
      When "Cecilia Holm" approves the minutes of 2021-03-17 on 2021-03-20
      And "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-03-21 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-22 the signing of the minutes of 2021-03-17 is fulfilled

  Rule: Several holders of one role sign

    Background:
      Given a board whose mandate says that two members of the board sign the minutes within 14 days
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01
      And the meeting of 2021-03-17 is held
      And the minutes of 2021-03-17 are written on 2021-03-18

    Scenario: With the second of them the minutes are signed
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-03-21 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-22 the signing of the minutes of 2021-03-17 is fulfilled

    Scenario: One of them is not two
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      Then on 2021-04-01 the signing of the minutes of 2021-03-17 is overdue by 1 day

  Rule: They sign in the order that the mandate says

    Background:
      Given a board whose mandate says that first the adjuster and then the chair sign the minutes within 14 days
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of adjuster from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And the meeting of 2021-03-17 is held
      And the minutes of 2021-03-17 are written on 2021-03-18

    Scenario: The adjuster first, then the chair
      When "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-20
      And "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-03-21 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-22 the signing of the minutes of 2021-03-17 is fulfilled

    Scenario: A chair who signs too early has not signed
      When "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-22
      Then on 2021-03-31 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-04-01 the signing of the minutes of 2021-03-17 is overdue by 1 day

    Scenario: It is taken back, and the chair signs again after the adjuster
      Given "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-20
      And the latest signature of the minutes of 2021-03-17 is retracted because "it came before the adjuster's"
      When "Björn Ek" approves the minutes of 2021-03-17 on 2021-03-22
      And "Anna Lund" approves the minutes of 2021-03-17 on 2021-03-23
      Then on 2021-03-22 the signing of the minutes of 2021-03-17 is upcoming
      And on 2021-03-23 the signing of the minutes of 2021-03-17 is fulfilled

  Rule: Signed minutes are published

    Background:
      Given a board whose mandate says that the minutes are published within 30 days
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And the meeting of 2021-03-17 is held
      And the minutes of 2021-03-17 are written on 2021-03-18

    Scenario Outline: On the thirtieth day, and on the day after
      When the minutes of 2021-03-17 are published on <day>
      Then on 2021-12-31 the publication of the minutes of 2021-03-17 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-04-16 | fulfilled      |
        | 2021-04-17 | fulfilled late |
