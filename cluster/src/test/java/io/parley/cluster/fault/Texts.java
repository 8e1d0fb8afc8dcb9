package io.parley.cluster.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// What people write, each message another.
final class Texts {
  private static final int TOO_LONG = 4_001;
  private static final List<String> PHRASES =
      List.of(
          "سلام، این کالا هنوز موجود است؟ اندازهٔ ۴۲ را هم دارید؟",
          "আসসালামু আলাইকুম, দামটা একটু কমানো যাবে কি?",
          "Hello, is this still available? I could pick it up on Friday.",
          "بله، همین امروز می‌فرستیم. هزینهٔ ارسال با ماست.",
          "জি, আজকেই পাঠিয়ে দেব। ঠিকানাটা একবার দেখে নিন।",
          "Thanks! Could you send one more photo of the back? 🙂");

  private Texts() {}

  static String one(RandomGenerator random, long number) {
    return PHRASES.get(random.nextInt(PHRASES.size())) + " #" + number;
  }

  static String tooLong(long number) {
    return "ط".repeat(TOO_LONG) + number;
  }

  static String blank() {
    return " \u200b\n ";
  }
}
