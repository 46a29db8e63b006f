package io.weir.webrest.chat;

import java.util.Locale;

/** A checked question to an upstream; {@code locale} is the language of what we ourselves say about it. */
record Question(String message, String model, Locale locale) {
}
