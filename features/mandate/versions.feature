Feature: The mandate and its versions
  The mandate is data: what it says is owed from its first day on. It can be amended and ended. What was owed before keeps
  the rule that it began under, unless the amendment says otherwise, and then both rules stay visible.

  Background:
    Given it is 2021-01-13
    And the mandate for 2021 is adopted on 2021-01-13

  @P1
  Rule: A mandate is in force from its first day, whenever it was adopted

    Scenario Outline: The mandate of 2021 says what 2021 owes
      Then on <day> the work plan for 2021 is <verdict>
      And it is governed by the mandate "2021"

      Examples:
        | day        | verdict     |
        | 2021-01-01 | outstanding |
        | 2021-01-13 | outstanding |

    Scenario: The year before owes nothing
      Then on 2020-12-31 the work plan for 2021 is not owed

    Scenario: It is adopted a second time
      When the mandate for 2021 is adopted on 2021-01-12
      Then it is refused as "MandateInForce"

  @Se2
  Rule: An amendment holds for what begins under it

    @verdict-outstanding @verdict-upcoming
    Scenario: Minutes of meetings from July on are due within fourteen days
      Given it is 2021-12-31
      And on 2021-05-20 the mandate is amended from 2021-07-01 on: "minutes are due within 14 days"
      And the network met on 2021-06-30, 2021-07-01
      Then on 2021-07-14 the sending in of the minutes of 2021-06-30 is outstanding
      And it is governed by the mandate "2021"
      And on 2021-07-15 the sending in of the minutes of 2021-07-01 is upcoming
      And it is due 2021-07-15
      And it is governed by the mandate "2021-07-01"
      And on 2021-07-16 the sending in of the minutes of 2021-07-01 is overdue by 1 day
      And on 2021-12-31 the sending in of the minutes of 2021-06-30 is outstanding

    Scenario: An amendment that was decided late does not reach back
      Given it is 2021-12-31
      And on 2021-08-20 the mandate is amended from 2021-07-01 on: "minutes are due within 14 days"
      And the network met on 2021-08-19, 2021-08-20
      Then on 2021-12-31 the sending in of the minutes of 2021-08-19 is outstanding
      And on 2021-12-31 the sending in of the minutes of 2021-08-20 is overdue by 119 days

    @verdict-overdue
    Scenario: For what is owed already, too, from the amendment's first day on
      Given it is 2021-12-31
      And on 2021-05-20 the mandate is amended from 2021-07-01 on, for what is owed already too: "minutes are due within 14 days"
      And the network met on 2021-06-30
      Then on 2021-06-30 the sending in of the minutes of 2021-06-30 is outstanding
      And on 2021-07-01 the sending in of the minutes of 2021-06-30 is upcoming
      And it is due 2021-07-14
      And on 2021-07-15 the sending in of the minutes of 2021-06-30 is overdue by 1 day

  @U1
  Rule: A report keeps its date unless the amendment is for what is owed already

    Scenario Outline: The final report is moved to November
      Given it is 2021-12-31
      And on 2021-05-20 the mandate is amended from 2021-07-01 on<reach>: "the final report on language support is due in November"
      Then on 2021-11-01 the final report on "language support" is <verdict>
      And it was first due 2021-10

      Examples:
        | reach                          | verdict  |
        |                                | overdue  |
        | , for what is owed already too | upcoming |

  @M1
  Rule: A year is counted by the rule that it began under

    Scenario: Eight meetings are asked for from July on
      Given it is 2022-12-31
      And on 2021-05-20 the mandate is amended from 2021-07-01 on: "eight meetings a year are asked for"
      And the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2021-11-19
      And the network met on 2022-02-11, 2022-03-18, 2022-05-06, 2022-06-10, 2022-09-16, 2022-11-18, 2022-12-09
      Then on 2021-12-31 the number of meetings in 2021 is fulfilled
      And the reason is "6 of 6 meetings held."
      And on 2022-12-31 the number of meetings in 2022 is upcoming
      And the reason is "7 of 8 meetings held so far."

    Scenario: Eight are asked for in the running year, too
      Given it is 2021-12-31
      And on 2021-05-20 the mandate is amended from 2021-07-01 on, for what is owed already too: "eight meetings a year are asked for"
      And the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2021-11-19
      Then on 2021-12-31 the number of meetings in 2021 is upcoming
      And the reason is "6 of 8 meetings held so far."

  @Se2
  Rule: A mandate that has ended asks for nothing new

    Scenario: The last day of the mandate is a day under it
      Given it is 2021-12-31
      And the mandate ends with 2021-06-30
      And the network met on 2021-06-30
      Then on 2021-12-31 the sending in of the minutes of 2021-06-30 is outstanding

    Scenario: A meeting on the day after is none of the mandate's
      Given it is 2021-12-31
      And the mandate ends with 2021-06-30
      And the network met on 2021-07-01
      Then on 2021-12-31 the sending in of the minutes of 2021-07-01 is not owed

    @U1 @verdict-overdue
    Scenario: What was owed by then stays owed
      Given it is 2021-12-31
      And the mandate ends with 2021-06-30
      Then on 2021-12-31 the partial report on "language support" is overdue by 214 days

    Scenario: After its end another can be adopted
      Given it is 2021-12-31
      And the mandate ends with 2021-06-30
      When the mandate is adopted anew from 2021-09-01 on
      And the network met on 2021-09-01
      Then on 2021-12-31 the sending in of the minutes of 2021-09-01 is outstanding
      And it is governed by the mandate "2021-09-01"

    Scenario: It is ended before it began
      When the mandate ends with 2020-12-31
      Then it is refused as "NoMandateInForce"

    Scenario: It is amended after it ended
      Given it is 2021-12-31
      And the mandate ends with 2021-06-30
      When on 2021-08-20 the mandate is amended from 2021-09-01 on: "minutes are due within 14 days"
      Then it is refused as "NoMandateInForce"

  Rule: A mandate file with a fault is not adopted

    Scenario Outline: Every fault is told with its line
      When a mandate is adopted in which "<right>" is written "<wrong>"
      Then it is refused as "MandateInvalid"
      And the fault is told with the line on which "<wrong>" stands

      Examples: A name that is not known, a day that there is not, a number that is too small
        | right             | wrong             |
        | [in_force]        | [in_forse]        |
        | from = 2021-01-01 | from = 2021-02-30 |
        | at_least = 6      | at_least = 0      |
