Feature: Who may let a duty go, or wait
  A duty may be waived or extended by those whom the mandate names; by the owners where it names nobody. What anybody
  else decides of it counts for nothing, and the ledger says so.

  Rule: Where the mandate names nobody, the owners decide

    Background:
      Given a board whose mandate says that a risk review is made each year by its end
      And it is 2022-12-31

    @verdict-waived
    Scenario: Waived by the owners
      When the risk review of 2021 is waived by the owners on 2021-11-01
      Then on 2021-10-31 the risk review of 2021 is upcoming
      And on 2021-11-01 the risk review of 2021 is waived

    @verdict-overdue
    Scenario: Waived only when it was overdue already
      When the risk review of 2021 is waived by the owners on 2022-02-01
      Then on 2022-01-31 the risk review of 2021 is overdue by 31 days
      And on 2022-02-01 the risk review of 2021 is waived

    Scenario: The chair cannot
      When the risk review of 2021 is waived by the chair on 2021-11-01
      Then on 2021-11-01 the risk review of 2021 is upcoming
      And its explanation says "counts for nothing"
      And on 2022-01-01 the risk review of 2021 is overdue by 1 day

    Scenario: The year after is owed as ever
      When the risk review of 2021 is waived by the owners on 2021-11-01
      Then on 2022-12-31 the risk review of 2022 is upcoming

  Rule: Where the mandate names somebody, nobody else decides

    Background:
      Given a board whose mandate says that a risk review is made each year by its end, which the chair may waive
      And it is 2022-12-31

    Scenario: Waived by the chair
      When the risk review of 2021 is waived by the chair on 2021-11-01
      Then on 2021-11-01 the risk review of 2021 is waived

    Scenario: The owners cannot
      When the risk review of 2021 is waived by the owners on 2021-11-01
      Then on 2022-01-01 the risk review of 2021 is overdue by 1 day
      And its explanation says "counts for nothing"

  Rule: Who may waive it may also extend it

    Background:
      Given a board whose mandate says that a risk review is made each year by its end, which the auditors may waive
      And it is 2022-12-31

    Scenario: The new day counts, and the first one stays visible
      When the risk review of 2021 is extended by the auditors to 2022-02-28 on 2021-11-01
      Then on 2022-02-28 the risk review of 2021 is upcoming
      And it is due 2022-02-28
      And it was first due 2021
      And on 2022-03-01 the risk review of 2021 is overdue by 1 day

    Scenario: Nobody else's new day counts
      When the risk review of 2021 is extended by the secretary to 2022-02-28 on 2021-11-01
      Then on 2022-01-01 the risk review of 2021 is overdue by 1 day
      And its explanation says "counts for nothing"
