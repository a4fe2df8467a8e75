Feature: Each of several, by itself
  A duty may be owed by each of several, or to each of several. Then it is met by the one and not by the other. Who
  becomes one of them owes it from that day; who ceases to be one before it is due owes it no longer.

  Rule: Each member of the board owes it

    Background:
      Given a board whose mandate says that each member of the board declares its interests each year by its end
      And it is 2022-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01

    @verdict-fulfilled @verdict-overdue
    Scenario: What the one declares, the other has not declared
      When "Anna Lund" makes a declaration of interests on 2021-12-31
      Then on 2022-01-01 the declaration of "Anna Lund" for 2021 is fulfilled
      And on 2022-01-01 the declaration of "Björn Ek" for 2021 is overdue by 1 day
      And it is owed by "Björn Ek"

    Scenario: A declaration by nobody in particular is nobody's
      When a declaration of interests is made on 2021-06-01
      Then on 2022-01-01 the declaration of "Anna Lund" for 2021 is overdue by 1 day
      And on 2022-01-01 the declaration of "Björn Ek" for 2021 is overdue by 1 day

    Scenario: Who comes during the year owes it from that day
      Given "Eva Strand" holds the role of member of the board from 2021-10-01
      Then on 2021-09-30 the declaration of "Eva Strand" for 2021 is not owed
      And on 2021-10-01 the declaration of "Eva Strand" for 2021 is upcoming
      And on 2022-01-01 the declaration of "Eva Strand" for 2021 is overdue by 1 day

    @verdict-void
    Scenario: Who leaves during the year owes it no longer
      Given "Björn Ek" gives up the role of member of the board with 2021-09-30
      Then on 2021-09-30 the declaration of "Björn Ek" for 2021 is upcoming
      And on 2021-10-01 the declaration of "Björn Ek" for 2021 is void
      And on 2022-12-31 the declaration of "Björn Ek" for 2022 is not owed

    Scenario: Who leaves with the day on which it is due still owes it
      Given "Björn Ek" gives up the role of member of the board with 2021-12-31
      Then on 2022-01-01 the declaration of "Björn Ek" for 2021 is overdue by 1 day

  Rule: Each member of the body owes it

    Background:
      Given a board whose mandate says that each member makes a contribution each year by its end
      And it is 2022-12-31

    Scenario: One member's contribution is not another's
      When the member "Alby" makes a contribution on 2021-12-31
      Then on 2022-01-01 the contribution of "Alby" for 2021 is fulfilled
      And on 2022-01-01 the contribution of "Berga" for 2021 is overdue by 1 day

    Scenario: A member that leaves, and one that joins
      Given "Dal" leaves the network with 2021-06-30
      And "Eka" joins the network on 2021-07-01
      Then on 2021-06-30 the contribution of "Dal" for 2021 is upcoming
      And on 2021-07-01 the contribution of "Dal" for 2021 is void
      And on 2021-06-30 the contribution of "Eka" for 2021 is not owed
      And on 2021-07-01 the contribution of "Eka" for 2021 is upcoming

  Rule: It is owed to each of several

    Scenario: To tell the owners is not to tell the auditors
      Given a board whose mandate says that the owners and the auditors are each told what the meeting said within 14 days
      And it is 2021-12-31
      And the board met on 2021-03-17
      When what the meeting of 2021-03-17 said is passed on to the owners on 2021-03-31
      Then on 2021-03-31 telling the owners what the meeting of 2021-03-17 said is fulfilled
      And on 2021-03-31 telling the auditors what the meeting of 2021-03-17 said is upcoming
      And on 2021-04-01 telling the auditors what the meeting of 2021-03-17 said is overdue by 1 day

    Scenario: The papers went to the owners alone
      Given a board whose mandate says that the papers of a meeting go to the owners and to the auditors, to each of them 7 days before it
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the papers of 2021-03-17 are sent to the owners on 2021-03-10
      Then on 2021-03-11 the sending of the papers of 2021-03-17 to the owners is fulfilled
      And on 2021-03-11 the sending of the papers of 2021-03-17 to the auditors is overdue by 1 day

    Scenario: To whom the papers went was not told
      Given a board whose mandate says that the papers of a meeting go to the owners and to the auditors, to each of them 7 days before it
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the papers of 2021-03-17 are sent out on 2021-03-10
      Then on 2021-03-11 the sending of the papers of 2021-03-17 to the owners is fulfilled
      And on 2021-03-11 the sending of the papers of 2021-03-17 to the auditors is fulfilled
