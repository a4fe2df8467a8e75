Feature: Corrections and retractions
  Nothing that was recorded is ever changed. A correction is a new fact that names the one it corrects, and says why;
  a retraction says that something did not happen. Answers as of then still show the mistake.

  Background:
    Given it is 2021-01-13
    And the mandate for 2021 is adopted on 2021-01-13
    And it is 2021-06-07
    And the partial report on "language support" is submitted on 2021-05-31

  @U1
  Rule: A correction holds from when it is known, and the mistake stays visible

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario: The report had come four days later than was recorded
      Given it is 2021-09-06
      When the delivery of the partial report on "language support" is corrected to 2021-06-04 because "diariet"
      Then on 2021-06-30 the partial report on "language support" is fulfilled late by 4 days
      And it is evidenced by
        | what happened    | on         |
        | report submitted | 2021-05-31 |
        | fact corrected   | 2021-09-06 |
      And on 2021-06-30, as known on 2021-09-05, the partial report on "language support" is fulfilled
      And on 2021-06-30, as known on 2021-09-06, the partial report on "language support" is fulfilled late

    Scenario: A correction is corrected in turn
      Given it is 2021-09-06
      And the delivery of the partial report on "language support" is corrected to 2021-06-04 because "diariet"
      And it is 2021-09-10
      When the delivery of the partial report on "language support" is corrected to 2021-06-02 because "kvittensen"
      Then on 2021-06-30 the partial report on "language support" is fulfilled late by 2 days
      And on 2021-06-30, as known on 2021-09-06, the partial report on "language support" is fulfilled late

    Scenario: A correction that was itself a mistake is retracted
      Given it is 2021-09-06
      And the delivery of the partial report on "language support" is corrected to 2021-06-04 because "diariet"
      And it is 2021-09-10
      When the correction of the delivery of the partial report on "language support" is retracted because "fel diarium"
      Then on 2021-06-30 the partial report on "language support" is fulfilled
      And on 2021-06-30, as known on 2021-09-06, the partial report on "language support" is fulfilled late

  @U1
  Rule: What is retracted did not happen

    @verdict-overdue
    Scenario: The report turns out to have been another one
      Given it is 2021-09-06
      When the delivery of the partial report on "language support" is retracted because "avsåg ett annat uppdrag"
      Then on 2021-09-06 the partial report on "language support" is overdue by 98 days
      And on 2021-09-06, as known on 2021-09-05, the partial report on "language support" is fulfilled

    Scenario: A retraction was itself a mistake
      Given it is 2021-09-06
      And the delivery of the partial report on "language support" is retracted because "avsåg ett annat uppdrag"
      And it is 2021-09-10
      When the retraction of the delivery of the partial report on "language support" is retracted because "fel ärende"
      Then on 2021-09-06 the partial report on "language support" is fulfilled
      And on 2021-09-06, as known on 2021-09-06, the partial report on "language support" is overdue

    Scenario: After the retraction the real report can come
      Given it is 2021-09-06
      And the delivery of the partial report on "language support" is retracted because "avsåg ett annat uppdrag"
      When the partial report on "language support" is submitted on 2021-09-06
      Then on 2021-09-06 the partial report on "language support" is fulfilled late by 98 days

    @Se2 @verdict-outstanding
    Scenario: Minutes that were not sent in after all
      Given a network meeting is planned for 2021-02-12
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When the delivery of the minutes of 2021-02-12 is retracted because "kom aldrig fram"
      Then on 2021-06-07 the sending in of the minutes of 2021-02-12 is outstanding

  @U1
  Rule: A correction that makes no sense is refused

    Scenario: It says what was recorded already
      When the delivery of the partial report on "language support" is corrected to 2021-05-31 because "diariet"
      Then it is refused as "CorrectionChangesNothing"

    Scenario: The report would have come before the assignment was given
      When the delivery of the partial report on "language support" is corrected to 2021-01-12 because "diariet"
      Then it is refused as "CorrectionBreaksHistory"

    Scenario: The report would come tomorrow
      When the delivery of the partial report on "language support" is corrected to 2021-06-08 because "diariet"
      Then it is refused as "CorrectionBreaksHistory"

    Scenario: The same is retracted twice
      Given the delivery of the partial report on "language support" is retracted because "fel ärende"
      When the delivery of the partial report on "language support" is retracted because "fel ärende igen"
      Then it is refused as "FactUnknown"

    @Se2
    Scenario: The meeting would have been after its minutes
      Given a network meeting is planned for 2021-02-12
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When the holding of the meeting of 2021-02-12 is corrected to 2021-02-26 because "fel datum"
      Then it is refused as "CorrectionBreaksHistory"

    @Se2
    Scenario: The meeting on which the minutes rest is retracted
      Given a network meeting is planned for 2021-02-12
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When the holding of the meeting of 2021-02-12 is retracted because "hölls aldrig"
      Then it is refused as "CorrectionBreaksHistory"

    Scenario: The assignment would have another name
      When the giving of the assignment on "language support" is filed under another key because "fel nummer"
      Then it is refused as "NotCorrectable"
