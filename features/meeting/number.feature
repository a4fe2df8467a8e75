Feature: The number of meetings in a year
  The network meets six times a year or more often. Whether the principals' meetings count, and what is owed for a part
  of a year, the mandate does not say; then the ledger does not say it either.

  Background:
    Given it is 2023-01-31
    And the mandate for 2021 is adopted on 2021-01-13

  @M1 @part-quota
  Rule: The network meets at least six times in a calendar year

    @verdict-upcoming @verdict-breached
    Scenario: The fifth meeting is not enough
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-11-19
      Then on 2021-12-31 the number of meetings in 2021 is upcoming
      And the reason is "5 of 6 meetings held so far."
      And on 2022-01-01 the number of meetings in 2021 is breached
      And the reason is "The year ended with 5 of 6 meetings held."

    @verdict-fulfilled
    Scenario: The sixth meeting settles it from its day on
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2021-11-19
      Then on 2021-11-18 the number of meetings in 2021 is upcoming
      And the reason is "5 of 6 meetings held so far."
      And on 2021-11-19 the number of meetings in 2021 is fulfilled
      And on 2022-01-01 the number of meetings in 2021 is fulfilled

    Scenario: The sixth meeting on the last day of the year still counts
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2021-12-31
      Then on 2021-12-30 the number of meetings in 2021 is upcoming
      And on 2021-12-31 the number of meetings in 2021 is fulfilled

    Scenario: A sixth meeting on the first day of the next year counts for that year
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2022-01-01
      Then on 2022-01-01 the number of meetings in 2021 is breached
      And on 2022-01-01 the number of meetings in 2022 is upcoming
      And the reason is "1 of 6 meetings held so far."

    Scenario: A meeting planned but not held does not count
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17
      And a network meeting is planned for 2021-12-10
      Then on 2021-12-31 the number of meetings in 2021 is upcoming
      And on 2022-01-01 the number of meetings in 2021 is breached

    Scenario: A cancelled meeting does not count
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17
      And a network meeting is planned for 2021-12-10
      When the meeting of 2021-12-10 is cancelled on 2021-12-09
      Then on 2022-01-01 the number of meetings in 2021 is breached

    Scenario: More than six are as good as six
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2021-11-19, 2021-12-10
      Then on 2021-12-31 the number of meetings in 2021 is fulfilled
      And the reason is "6 of 6 meetings held."

    @verdict-undetermined
    Scenario: Whether principals' meetings count the mandate does not say
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-11-19
      And the principals met on 2021-10-06
      Then on 2021-12-31 the number of meetings in 2021 is upcoming
      And on 2022-01-01 the number of meetings in 2021 is undetermined
      And the reason is "5 of 6 meetings held; whether 1 of other kinds count the mandate does not say."

    Scenario: With too few principals' meetings to make up for it the year is short all the same
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11
      And the principals met on 2021-10-06
      Then on 2022-01-01 the number of meetings in 2021 is breached
      And the reason is "The year ended with 4 of 6 meetings held."

    @verdict-undetermined
    Scenario: What a part of a year owes the mandate does not say
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07
      When the mandate ends with 2021-06-30
      Then on 2021-06-30 the number of meetings in 2021 is upcoming
      And on 2021-07-01 the number of meetings in 2021 is undetermined
      And the reason is "3 of 6 meetings held; what a part of a year owes the mandate does not say."

    Scenario: Six meetings in a part of a year are enough in any case
      Given the network met on 2021-02-12, 2021-02-26, 2021-03-19, 2021-04-16, 2021-05-07, 2021-06-11
      When the mandate ends with 2021-06-30
      Then on 2021-07-01 the number of meetings in 2021 is fulfilled

    Scenario: After the mandate has ended, a new year asks for no meetings
      When the mandate ends with 2021-12-31
      Then on 2022-06-30 the number of meetings in 2022 is not owed
