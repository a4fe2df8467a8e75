Feature: Who comes to the meetings
  Each of those who sit on a body comes to so many of its meetings. It is counted over a period, of the meetings that
  were held while somebody had the role, and settled when the period is over.

  @part-attendance
  Rule: Two thirds of the meetings of a year

    Background:
      Given a board whose mandate says that each member of the board attends two thirds of the meetings of a year
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-04-01
      And a meeting is planned for 2021-03-17
      And a meeting is planned for 2021-05-17
      And a meeting is planned for 2021-12-31
      And it is 2022-12-31
      And the meeting of 2021-03-17 is held with "Björn Ek" present
      And the meeting of 2021-05-17 is held with "Anna Lund", "Björn Ek" present

    @verdict-upcoming @verdict-fulfilled
    Scenario: It can be made up for until the last day of the year
      When the meeting of 2021-12-31 is held with "Anna Lund" present
      Then on 2021-03-17 the attendance of "Anna Lund" in 2021 is upcoming
      And the reason is "0 of 1 meetings attended so far; it takes the next 2 to make up for it."
      And on 2021-12-31 the attendance of "Anna Lund" in 2021 is upcoming
      And the reason is "2 of 3 meetings attended so far, which would be enough."
      And on 2022-01-01 the attendance of "Anna Lund" in 2021 is fulfilled
      And the reason is "2 of 3 meetings attended; 2 were needed."

    @verdict-breached
    Scenario: One of two since somebody has the role is too little
      When the meeting of 2021-12-31 is held with "Anna Lund" present
      Then on 2022-01-01 the attendance of "Björn Ek" in 2021 is breached
      And the reason is "1 of 2 meetings attended; 2 were needed."

    @verdict-undetermined
    Scenario: Who came to the last meeting was not told
      When the meeting of 2021-12-31 is held
      Then on 2022-01-01 the attendance of "Anna Lund" in 2021 is undetermined
      And the reason is "1 of 3 meetings attended, 2 were needed; of 1 it was not told who came."

    @verdict-void
    Scenario: Nobody can attend what is not held
      Then on 2022-12-31 the attendance of "Anna Lund" in 2022 is upcoming
      And on 2023-01-01 the attendance of "Anna Lund" in 2022 is void
      And the reason is "There was no meeting to attend."

  Rule: All meetings of a kind

    Background:
      Given a board whose mandate says that each member attends all ordinary meetings of a half-year
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    Scenario: The first that is missed settles it
      When the meeting of 2021-03-17 is held with the members "Alby" present
      Then on 2021-03-16 the attendance of "Berga" in 2021-H1 is upcoming
      And on 2021-03-17 the attendance of "Berga" in 2021-H1 is breached
      And the reason is "All meetings are to be attended, and that of 2021-03-17 was missed."
      And on 2021-07-01 the attendance of "Alby" in 2021-H1 is fulfilled

  Rule: Who was present is recorded

    Background:
      Given a board whose mandate says that the secretary must record who was present within 3 days of each meeting
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    @verdict-fulfilled
    Scenario: It is recorded with the meeting
      When the meeting of 2021-03-17 is held with "Anna Lund" present
      Then on 2021-03-16 the duty to record who was present after the meeting of 2021-03-17 is upcoming
      And on 2021-03-17 the duty to record who was present after the meeting of 2021-03-17 is fulfilled

    @verdict-overdue
    Scenario: The meeting was held, and nobody recorded who was present
      When the meeting of 2021-03-17 is held
      Then on 2021-03-20 the duty to record who was present after the meeting of 2021-03-17 is upcoming
      And on 2021-03-21 the duty to record who was present after the meeting of 2021-03-17 is overdue by 1 day
