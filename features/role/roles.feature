Feature: Roles and who holds them
  The mandate names a chair, a presidium and a school chief. The secretary is nobody's office: it follows from who hosts
  the meeting. Where a role is vacant the duty is still owed, and the ledger says that nobody held it.

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13

  @O2
  Rule: A duty belongs to whoever holds the role on the day that counts

    Scenario: The role passes from one to the other
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And "Eva Strand" holds the role of chair from 2021-09-01
      Then on 2021-08-31 the chair's feedback to the principal is outstanding
      And it is owed by "Anna Lund"
      And on 2021-09-01 the chair's feedback to the principal is outstanding
      And it is owed by "Eva Strand"

    Scenario: In the month between two chairs the role is vacant
      Given "Anna Lund" holds the role of chair from 2021-01-01
      And "Anna Lund" gives up the role of chair with 2021-08-31
      And "Eva Strand" holds the role of chair from 2021-10-01
      Then on 2021-08-31 the chair's feedback to the principal is outstanding
      And it is owed by "Anna Lund"
      And on 2021-09-01 the chair's feedback to the principal is outstanding
      And it is owed by nobody, for the role is vacant
      And on 2021-09-30 the chair's feedback to the principal is outstanding
      And it is owed by nobody, for the role is vacant
      And on 2021-10-01 the chair's feedback to the principal is outstanding
      And it is owed by "Eva Strand"

    Scenario: Who gave the feedback when it was due to be given keeps the credit
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And "Eva Strand" holds the role of chair from 2021-09-01
      When "Anna Lund" gives feedback to the principal on 2021-06-15
      Then on 2021-12-31 the chair's feedback to the principal is fulfilled
      And it is owed by "Anna Lund"

  @P4
  Rule: The presidium is held by several at once

    Scenario: Two hold the role, then one of them
      Given "Björn Ek" holds the role of presidium from 2021-01-01
      And "Cecilia Holm" holds the role of presidium from 2021-01-01 to 2021-06-30
      Then on 2021-06-30 the summary for the principal is outstanding
      And it is owed by "Björn Ek, Cecilia Holm"
      And on 2021-07-01 the summary for the principal is outstanding
      And it is owed by "Björn Ek"

  @O1
  Rule: A role is given and given up in an order that makes sense

    Scenario: A role that would end before it began
      When "Anna Lund" holds the role of chair from 2021-09-01 to 2021-08-31
      Then it is refused as "EndsBeforeItBegins"

    Scenario: A role is given up before it was begun
      Given "Anna Lund" holds the role of chair from 2021-09-01
      When "Anna Lund" gives up the role of chair with 2021-08-31
      Then it is refused as "EndsBeforeItBegins"

    Scenario: A role for a single day
      Given "Anna Lund" holds the role of chair from 2021-09-01 to 2021-09-01
      Then on 2021-08-31 the chair's feedback to the principal is outstanding
      And it is owed by nobody, for the role is vacant
      And on 2021-09-01 the chair's feedback to the principal is outstanding
      And it is owed by "Anna Lund"
      And on 2021-09-02 the chair's feedback to the principal is outstanding
      And it is owed by nobody, for the role is vacant

    Scenario: A role that is not held is given up
      When "Anna Lund" gives up the role of chair with 2021-08-31
      Then it is refused as "RoleNotHeld"

    Scenario: Of two ends of one time the earlier one counts
      Given "Anna Lund" holds the role of chair from 2021-01-01
      And "Anna Lund" gives up the role of chair with 2021-09-30
      When "Anna Lund" gives up the role of chair with 2021-08-31
      Then on 2021-09-01 the chair's feedback to the principal is outstanding
      And it is owed by nobody, for the role is vacant

    Scenario: The same person is given the same role again on the same day
      Given "Anna Lund" holds the role of chair from 2021-01-01
      When "Anna Lund" holds the role of chair from 2021-01-01 to 2021-12-31
      Then it is refused as "RoleHeldAlready"

    Scenario: Elected again on the last day of the old term
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-06-30
      When "Anna Lund" holds the role of chair from 2021-06-30 to 2021-09-30
      And it is asked on 2021-06-30 who holds which role
      Then the answer includes
        | role  | held by   | starts     | ends       |
        | chair | Anna Lund | 2021-06-30 | 2021-09-30 |

    Scenario: The end of the first of two terms is recorded after the second one
      Given "Anna Lund" holds the role of chair from 2021-01-01
      And "Anna Lund" holds the role of chair from 2021-10-01
      When "Anna Lund" gives up the role of chair with 2021-08-31
      Then on 2021-09-30 the chair's feedback to the principal is outstanding
      And it is owed by nobody, for the role is vacant
      And on 2021-10-01 the chair's feedback to the principal is outstanding
      And it is owed by "Anna Lund"

  @Se1
  Rule: Nobody is appointed secretary

    Scenario: The role follows from the host of the meeting
      When "Anna Lund" holds the role of secretary from 2021-01-01
      Then it is refused as "RoleIsDerived"

  @O1
  Rule: A role needs a holder that can hold it

    Scenario: A municipality is made chair
      When "Skövde" as a municipality holds the role of chair from 2021-01-01
      Then it is refused as "RoleHolderUnfit"

    Scenario: A role that the mandate does not know
      When "Anna Lund" holds the unknown role of "treasurer" from 2021-01-01
      Then it is refused as "RoleUnknown"
