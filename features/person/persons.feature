Feature: Persons
  A person's name stands in one place only. When it changes, it changes everywhere; when two entries turn out to be one
  person, one name stands for both.

  Background:
    Given it is 2022-06-30
    And the mandate for 2021 is adopted on 2021-01-13
    And "Eva Strand" holds the role of chair from 2021-10-01

  @O2
  Rule: A person is called by the latest name

    Scenario: A new name
      When "Eva Strand" is called "Eva Strand Berg" from now on
      Then on 2021-10-01 the chair's feedback to the principal is outstanding
      And it is owed by "Eva Strand Berg"

    Scenario: Two entries are one person
      Given the person "E. Strand" is registered
      When "Eva Strand" turns out to be the same person as "E. Strand"
      Then on 2021-10-01 the chair's feedback to the principal is outstanding
      And it is owed by "E. Strand"

  @O2
  Rule: What makes no sense of a person is refused

    Scenario: A person is the same as herself
      When "Eva Strand" turns out to be the same person as "Eva Strand"
      Then it is refused as "MergedWithItself"

    Scenario: A person who was merged is merged again
      Given the person "E. Strand" is registered
      And the person "Eva S." is registered
      And "Eva Strand" turns out to be the same person as "E. Strand"
      When "Eva Strand" turns out to be the same person as "Eva S."
      Then it is refused as "PersonIsMerged"

    Scenario: A person is registered twice under the same id
      When the person "Eva Strand" is registered
      Then it is refused as "AlreadyRecorded"

    Scenario: Two have the same name, and nobody says which one is meant
      Given the person "Eva Strand" is registered a second time, as somebody else
      When the role of presidium is given to whoever is called "Eva Strand"
      Then it is refused as "ReferenceAmbiguous"
