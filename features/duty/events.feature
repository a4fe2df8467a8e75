Feature: What follows from an event
  Some duties follow from something that happens: somebody is appointed or leaves, a complaint comes in, a decision is
  taken in haste. Each such event calls for its own, and only what comes on its day or later can meet it.

  @part-each-event
  Rule: A new member of the board is trained within six months

    Background:
      Given a board whose mandate says that a new member of the board is trained within 6 months
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-02-28

    @verdict-upcoming @verdict-overdue
    Scenario: Six months after the first day in the role
      Then on 2021-02-27 the training of "Anna Lund" as member of the board from 2021-02-28 is not owed
      And on 2021-08-28 the training of "Anna Lund" as member of the board from 2021-02-28 is upcoming
      And on 2021-08-29 the training of "Anna Lund" as member of the board from 2021-02-28 is overdue by 1 day

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario Outline: In time, and a day late
      When "Anna Lund" completes a training on <day>
      Then on 2021-12-31 the training of "Anna Lund" as member of the board from 2021-02-28 is <verdict>

      Examples: What came before the first day does not count
        | day        | verdict        |
        | 2021-02-27 | overdue        |
        | 2021-02-28 | fulfilled      |
        | 2021-08-28 | fulfilled      |
        | 2021-08-29 | fulfilled late |

    Scenario: Somebody else's training does not count
      When "Björn Ek" completes a training on 2021-05-01
      Then on 2021-08-29 the training of "Anna Lund" as member of the board from 2021-02-28 is overdue by 1 day

    Scenario: A new chair is no new member of the board
      Given "Björn Ek" holds the role of chair from 2021-03-01
      Then on 2021-12-31 the training of "Björn Ek" as chair from 2021-03-01 is not owed

  Rule: Who leaves hands over within fourteen days

    Background:
      Given a board whose mandate says that who leaves the board hands over within 14 days
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-01

    Scenario: Fourteen days after the last day
      When "Anna Lund" gives up the role of member of the board with 2021-06-30
      Then on 2021-07-14 the handover by "Anna Lund" as member of the board until 2021-06-30 is upcoming
      And on 2021-07-15 the handover by "Anna Lund" as member of the board until 2021-06-30 is overdue by 1 day

  Rule: Whose term runs out leaves, too

    Background:
      Given a board whose mandate says that who leaves the board hands over within 14 days
      And it is 2022-12-31
      And on 2021-01-10 "Anna Lund" is given the role of member of the board from 2021-02-01 to 2021-06-30

    Scenario: The end is known beforehand, and what comes of it is due fourteen days after the last day
      Then on 2021-01-09 the handover by "Anna Lund" as member of the board until 2021-06-30 is not owed
      And on 2021-01-10 the handover by "Anna Lund" as member of the board until 2021-06-30 is upcoming
      And on 2021-06-29 the handover by "Anna Lund" as member of the board until 2021-06-30 is upcoming
      And on 2021-07-14 the handover by "Anna Lund" as member of the board until 2021-06-30 is upcoming
      And on 2021-07-15 the handover by "Anna Lund" as member of the board until 2021-06-30 is overdue by 1 day

    Scenario Outline: What is handed over counts from the last day on
      When "Anna Lund" completes a handover on <day>
      Then on 2022-12-31 the handover by "Anna Lund" as member of the board until 2021-06-30 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-06-29 | overdue        |
        | 2021-06-30 | fulfilled      |
        | 2021-07-15 | fulfilled late |

    Scenario: Who goes on without a break has not left
      Given "Anna Lund" holds the role of member of the board from 2021-07-01 to 2021-12-31
      Then on 2021-07-15 the handover by "Anna Lund" as member of the board until 2021-06-30 is not owed
      And on 2022-01-15 the handover by "Anna Lund" as member of the board until 2021-12-31 is overdue by 1 day

    Scenario: Who comes back a day later had left
      Given "Anna Lund" holds the role of member of the board from 2021-07-02 to 2021-12-31
      Then on 2021-07-15 the handover by "Anna Lund" as member of the board until 2021-06-30 is overdue by 1 day

    Scenario: Who leaves before the term runs out leaves once
      When "Anna Lund" gives up the role of member of the board with 2021-03-31
      Then on 2021-04-15 the handover by "Anna Lund" as member of the board until 2021-03-31 is overdue by 1 day
      And on 2021-07-15 the handover by "Anna Lund" as member of the board until 2021-06-30 is not owed

  Rule: What the mandate has a name of its own for can be an event, too

    Background:
      Given a board whose mandate says that a complaint is answered within 10 days
      And it is 2021-12-31
      And a complaint is made on 2021-03-01
      And a complaint is made on 2021-03-05

    Scenario: Each complaint has its own day
      Then on 2021-03-11 the answer to the complaint of 2021-03-01 is upcoming
      And on 2021-03-12 the answer to the complaint of 2021-03-01 is overdue by 1 day
      And on 2021-03-15 the answer to the complaint of 2021-03-05 is upcoming
      And on 2021-03-16 the answer to the complaint of 2021-03-05 is overdue by 1 day

    Scenario: An answer cannot be for a complaint that had not come yet
      When an answer is made on 2021-03-04
      Then on 2021-03-04 the answer to the complaint of 2021-03-01 is fulfilled
      And on 2021-03-16 the answer to the complaint of 2021-03-05 is overdue by 1 day

  Rule: What belongs to a case counts in that case only

    Background:
      Given a board whose mandate says that a complaint is answered within 10 days
      And it is 2021-12-31
      And a complaint is made on 2021-03-01 in the case "first"
      And a complaint is made on 2021-03-05 in the case "second"

    Scenario: The answer in one case is none in the other
      When an answer is made on 2021-03-08 in the case "second"
      Then on 2021-03-12 the answer to the complaint of 2021-03-01 is overdue by 1 day
      And on 2021-03-08 the answer to the complaint of 2021-03-05 is fulfilled

    Scenario: An answer that names no case may be meant for either
      When an answer is made on 2021-03-08
      Then on 2021-03-08 the answer to the complaint of 2021-03-01 is fulfilled
      And on 2021-03-08 the answer to the complaint of 2021-03-05 is fulfilled

  Rule: Members, groups, agreements, decisions, reviews and assignments are events, too

    Scenario Outline: Fourteen days after it happened
      Given a board whose mandate says that a newsletter tells within 14 days of each <what>
      And it is 2021-12-31
      And the board met on 2021-03-17
      And <it happens>
      Then on 2021-03-31 <the newsletter> is upcoming
      And on 2021-04-01 <the newsletter> is overdue by 1 day

      Examples:
        | what       | it happens                                           | the newsletter                                       |
        | new member | "Eka" joins the network on 2021-03-17                | the newsletter on the coming of "Eka" on 2021-03-17  |
        | departure  | "Dal" leaves the network with 2021-03-17             | the newsletter on the leaving of "Dal" on 2021-03-17 |
        | new group  | the working group "Roof" is formed on 2021-03-17     | the newsletter on the group "Roof" of 2021-03-17     |
        | agreement  | the agreement "Roofs" is put on record on 2021-03-17 | the newsletter on the agreement of 2021-03-17        |
        | decision   | the meeting of 2021-03-17 decides "A new roof"       | the newsletter on the decision of 2021-03-17         |
        | review     | the mandate is reviewed on 2021-03-17                | the newsletter on the review of 2021-03-17           |
        | assignment | on 2021-03-17 the owners give the assignment "roof"  | the newsletter on the assignment "roof"              |

  Rule: What an appointment calls for is owed by the one appointed

    Background:
      Given a board whose mandate says that each new member of the board completes a training within 1 month
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-31
      And "Björn Ek" holds the role of member of the board from 2021-03-01

    Scenario: The training of the one is not that of the other
      When "Anna Lund" completes a training on 2021-02-28
      Then on 2021-04-01 the training that "Anna Lund" owes as member of the board from 2021-01-31 is fulfilled
      And on 2021-04-01 the training that "Björn Ek" owes as member of the board from 2021-03-01 is upcoming
      And on 2021-04-02 the training that "Björn Ek" owes as member of the board from 2021-03-01 is overdue by 1 day
      And it is owed by "Björn Ek"

    Scenario: Who leaves before it is due owes it no longer
      When "Björn Ek" gives up the role of member of the board with 2021-03-31
      Then on 2021-03-31 the training that "Björn Ek" owes as member of the board from 2021-03-01 is upcoming
      And on 2021-04-01 the training that "Björn Ek" owes as member of the board from 2021-03-01 is void

  Rule: What was decided in haste is ratified afterwards

    Scenario Outline: A month after the last day of January
      Given a board whose mandate says that an urgent decision is ratified at the latest a month afterwards
      And it is 2021-12-31
      And an urgent decision is made on 2021-01-31
      When a ratification is made on <day>
      Then on 2021-12-31 the ratification of the decision of 2021-01-31 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-02-28 | fulfilled      |
        | 2021-03-01 | fulfilled late |

  Rule: Or at the next meeting

    Background:
      Given a board whose mandate says that an urgent decision is ratified at the next ordinary meeting
      And it is 2021-12-31
      And an urgent decision is made on 2021-02-01

    Scenario: As long as no meeting is planned, there is no day
      Then on 2021-12-31 the ratification of the decision of 2021-02-01 is upcoming
      And it has no deadline

    Scenario Outline: On the day of the next ordinary meeting, and on the day after
      Given extraordinary meetings were held on 2021-02-10
      And the board met on 2021-03-17, 2021-05-07
      When a ratification is made on <day>
      Then on 2021-12-31 the ratification of the decision of 2021-02-01 is <verdict>
      And it is due 2021-03-17

      Examples:
        | day        | verdict        |
        | 2021-03-17 | fulfilled      |
        | 2021-03-18 | fulfilled late |
