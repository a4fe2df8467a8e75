Feature: Importing a history
  A history that was kept elsewhere is imported as it was told there. With its times kept, the ledger knows what was
  known when; without them, it knows everything since the day of the import.

  Rule: With kept times, answers of that time can be given

    @U1 @verdict-fulfilled @verdict-fulfilled-late
    Scenario: The report that was recorded with a wrong day until September
      Given it is 2022-06-30
      When the history of 2021 is imported, keeping its times
      Then on 2021-06-30, as known on 2021-06-06, the partial report on "language support" is overdue
      And on 2021-06-30, as known on 2021-06-07, the partial report on "language support" is fulfilled
      And on 2021-06-30, as known on 2021-09-05, the partial report on "language support" is fulfilled
      And on 2021-06-30, as known on 2021-09-06, the partial report on "language support" is fulfilled late

    @Se2
    Scenario: Minutes of May that were found in February
      Given it is 2022-06-30
      When the history of 2021 is imported, keeping its times
      Then on 2021-12-31, as known on 2022-02-01, the sending in of the minutes of 2021-05-05 is outstanding
      And on 2021-12-31, as known on 2022-02-02, the sending in of the minutes of 2021-05-05 is fulfilled

    @U1
    Scenario: Each fact says that its time was stated and not read from the clock
      Given it is 2022-06-30
      When the history of 2021 is imported, keeping its times
      Then the delivery of the final report on "language support" says that its time was stated

    @M1 @verdict-breached
    Scenario: The year ended with five meetings
      Given it is 2022-06-30
      When the history of 2021 is imported, keeping its times
      Then on 2022-01-01 the number of meetings in 2021 is breached
      And the reason is "The year ended with 5 of 6 meetings held."

  Rule: Without its times, a history is known since its import

    @U1
    Scenario: Nothing was known before
      Given it is 2022-06-30
      When the history of 2021 is imported
      Then on 2021-06-30, as known on 2022-06-29, the partial report on "language support" is not owed
      And on 2021-06-30, as known on 2022-06-30, the partial report on "language support" is fulfilled late

    @U1
    Scenario: No fact says that its time was stated
      Given it is 2022-06-30
      When the history of 2021 is imported
      Then the delivery of the final report on "language support" says that its time was read from the clock

  Rule: The same history is imported once

    @U1
    Scenario: It is imported again
      Given it is 2022-06-30
      And the history of 2021 is imported, keeping its times
      When the history of 2021 is imported, keeping its times
      Then all of it had been recorded before

    @U1
    Scenario: A rehearsal records nothing
      Given it is 2022-06-30
      When the import of the history of 2021 is rehearsed
      Then 35 lines would be carried out
      And on 2022-06-30 the partial report on "language support" is not owed

  Rule: Kept times must fit those of the ledger

    Scenario: The ledger knows something later than the history begins
      Given it is 2022-06-30
      And the person "Frida Åström" is registered
      When the history of 2021 is imported, keeping its times
      Then it is refused as "ImportLineRefused"
      And the refusal says "line 1: The stated time 2021-01-13T08:00:00.000000Z lies before 2022-06-30"

    Scenario: The history states times that are yet to come
      Given it is 2021-01-12
      When the history of 2021 is imported, keeping its times
      Then it is refused as "ImportLineRefused"
      And the refusal says "line 1: The stated time 2021-01-13T08:00:00.000000Z lies in the future."

  Rule: An import stops at the first line that makes no sense

    Scenario: Its last line holds a meeting of tomorrow
      Given it is 2021-06-15
      When a history is imported whose third and last line holds a meeting of tomorrow
      Then the import stops at line 3
      And the refusal says "2021-06-16 lies in the future"
      And on 2021-06-15 the sending in of the minutes of 2021-06-16 is upcoming

    Scenario: A line that is no command
      Given it is 2021-06-15
      When a history is imported whose only line is "hello"
      Then it is refused as "ImportLineInvalid"
