package dev.cairn.referee.ec2;

import dev.cairn.referee.Verdict;

/// EC2's form of an error.
final class Refusal {
  private Refusal() {}

  static Verdict of(String code, String message) {
    return of(400, code, message);
  }

  static Verdict of(int status, String code, String message) {
    return new Verdict.Answer(
        status,
        "text/xml",
        """
        <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors>\
        <RequestID>referee</RequestID></Response>\
        """
            .formatted(code, message.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
