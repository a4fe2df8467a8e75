Feature: The members of the network
  The fifteen municipalities are members from the first day of the mandate. Others join, some leave; a member that
  leaves is one through its last day.

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13

  @B1
  Rule: A municipality joins once and leaves once

    Scenario: A municipality joins twice on one day
      Given "Göteborg" joins the network on 2021-06-01
      When "Göteborg" joins the network on 2021-06-01
      Then it is refused as "AlreadyRecorded"

    Scenario: That a municipality left is recorded after it is back
      Given "Vara" joins the network on 2021-09-01
      When "Vara" leaves the network with 2021-06-30
      And "Vara" is to host a network meeting on 2021-11-19
      Then on 2021-12-31 the sending in of the minutes of 2021-11-19 is upcoming
      And it is owed by "Vara"

    Scenario: A municipality that is no member leaves
      When "Göteborg" leaves the network with 2021-06-01
      Then it is refused as "NotAMember"

    Scenario: A municipality that left joins again
      Given "Vara" leaves the network with 2021-06-30
      When "Vara" joins the network on 2021-09-01
      And "Vara" is to host a network meeting on 2021-11-19
      Then on 2021-12-31 the sending in of the minutes of 2021-11-19 is upcoming
      And it is owed by "Vara"

    Scenario: A new member hosts a meeting
      Given "Göteborg" joins the network on 2021-06-01
      When "Göteborg" is to host a network meeting on 2021-11-19
      Then on 2021-12-31 the sending in of the minutes of 2021-11-19 is upcoming
      And it is owed by "Göteborg"

  @S1
  Rule: A network is known by its latest name

    Scenario: It is renamed
      When the network is renamed "Vuxnas lärande"
      Then on 2021-12-31 the work towards the goals is undetermined
      And it is owed by "Vuxnas lärande"

  @M1
  Rule: A network that was dissolved does nothing any more

    Scenario: A meeting after the network was dissolved
      Given a network meeting is planned for 2021-07-01
      And the network is dissolved on 2021-06-30
      When the meeting of 2021-07-01 is held
      Then it is refused as "NetworkIsDissolved"

    Scenario: A meeting on its last day
      Given a network meeting is planned for 2021-06-30
      And the network is dissolved on 2021-06-30
      When the meeting of 2021-06-30 is held
      Then on 2021-06-30 the number of meetings in 2021 is upcoming
      And the reason is "1 of 6 meetings held so far."

    Scenario: It is dissolved twice
      Given the network is dissolved on 2021-06-30
      When the network is dissolved on 2021-09-30
      Then it is refused as "NetworkIsDissolved"

    @U1 @verdict-overdue
    Scenario: What it owed stays owed
      Given the network is dissolved on 2021-06-30
      Then on 2021-12-31 the partial report on "language support" is overdue by 214 days

  @M1
  Rule: A network that was dissolved can live again

    Scenario: A meeting in its new life
      Given the network is dissolved on 2021-06-30
      And the network is established again on 2021-09-01
      And a network meeting is planned for 2021-09-10
      When the meeting of 2021-09-10 is held
      Then on 2021-09-10 the number of meetings in 2021 is upcoming

    Scenario: A work plan between its two lives
      Given the network is dissolved on 2021-06-30
      And the network is established again on 2021-09-01
      When the work plan for 2021 is adopted on 2021-08-01
      Then it is refused as "NetworkIsDissolved"

    Scenario: One that was not dissolved
      When the network is established again on 2021-09-01
      Then it is refused as "NetworkIsAlive"

  Rule: A year is closed once, when it is over

    Scenario: A year is closed on its last day
      When the year 2021 is closed on 2021-12-31
      Then it is refused as "YearNotOver"

    Scenario: A year is closed on the first day after it, and once only
      Given it is 2022-01-20
      And the year 2021 is closed on 2022-01-01
      When the year 2021 is closed on 2022-01-20
      Then it is refused as "YearIsClosed"
