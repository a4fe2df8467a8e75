Feature: Two clocks
  Every fact has two dates: when it happened, and when the ledger was told. Each answer speaks of a day, as the ledger
  knew it at some time. What was answered once can be answered again, whatever has been recorded since.

  Background:
    Given it is 2021-01-13
    And the mandate for 2021 is adopted on 2021-01-13

  @U1
  Rule: What was not known yet does not change what was answered then

    @verdict-overdue @verdict-fulfilled
    Scenario: A report of 31 May that the ledger hears of on 7 June
      Given it is 2021-06-07
      When the partial report on "language support" is submitted on 2021-05-31
      Then on 2021-06-05, as known on 2021-06-06, the partial report on "language support" is overdue
      And on 2021-06-05, as known on 2021-06-07, the partial report on "language support" is fulfilled
      And on 2021-05-31, as known on 2021-05-31, the partial report on "language support" is upcoming
      And on 2021-05-31, as known on 2021-06-07, the partial report on "language support" is fulfilled

    Scenario: Before the mandate was known nothing was owed
      Given it is 2021-06-07
      Then on 2021-01-05, as known on 2021-01-12, the work plan for 2021 is not owed
      And on 2021-01-05, as known on 2021-01-13, the work plan for 2021 is outstanding

    Scenario: Whatever is recorded later, the answer of that time stays
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-06-04
      Then on 2021-06-07, as known on 2021-06-07, the partial report on "language support" is fulfilled late
      When it is 2021-09-06
      And the delivery of the partial report on "language support" is retracted because "fel ärende"
      And the partial report on "language support" is submitted on 2021-05-28
      Then on 2021-06-07, as known on 2021-06-07, the partial report on "language support" is fulfilled late
      And on 2021-06-07, as known on 2021-09-06, the partial report on "language support" is fulfilled

  @U1
  Rule: Backdating is allowed, foretelling is not

    Scenario Outline: A fact is told on the day it happens, or later
      Given it is 2021-05-31
      When the partial report on "language support" is submitted on <day>
      Then on 2021-05-31 the partial report on "language support" is fulfilled

      Examples:
        | day        |
        | 2021-02-28 |
        | 2021-05-30 |
        | 2021-05-31 |

    Scenario: A fact of tomorrow
      Given it is 2021-05-31
      When the partial report on "language support" is submitted on 2021-06-01
      Then it is refused as "InTheFuture"

    Scenario: A fact of this month may be told before the month is over, and is certain from then on
      Given it is 2021-05-20
      When the partial report on "language support" is submitted on 2021-05
      Then on 2021-05-19 the partial report on "language support" is upcoming
      And on 2021-05-20 the partial report on "language support" is fulfilled

    Scenario: A fact of next month
      Given it is 2021-05-20
      When the partial report on "language support" is submitted on 2021-06
      Then it is refused as "InTheFuture"

  @U1
  Rule: The ledger's own clock never goes back

    Scenario: What was recorded while the clock was wrong was known no earlier than what was recorded before it
      Given it is 2021-06-07
      And the partial report on "learning centres" is submitted on 2021-05-31
      And it is 2021-06-02
      When the partial report on "language support" is submitted on 2021-05-31
      Then on 2021-06-01, as known on 2021-06-06, the partial report on "language support" is overdue
      And on 2021-06-01, as known on 2021-06-07, the partial report on "language support" is fulfilled

  @Se2
  Rule: A leap day is a day

    Scenario: Held and sent in on 29 February
      Given it is 2024-02-29
      And a network meeting is planned for 2024-02-29
      When the meeting of 2024-02-29 is held
      And the minutes of 2024-02-29 are sent in on 2024-02-29
      Then on 2024-02-28 the sending in of the minutes of 2024-02-29 is not owed
      And on 2024-02-29 the sending in of the minutes of 2024-02-29 is fulfilled

    @M1
    Scenario: The last day of a leap year is still in it
      Given it is 2025-01-01
      And the network met on 2024-02-29, 2024-03-29, 2024-05-03, 2024-06-07, 2024-09-13, 2024-12-31
      Then on 2024-12-31 the number of meetings in 2024 is fulfilled
      And on 2025-01-01 the number of meetings in 2025 is upcoming
