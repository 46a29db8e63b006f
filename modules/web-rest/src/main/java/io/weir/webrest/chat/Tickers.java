package io.weir.webrest.chat;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds a stock's name in a question: three capital letters that stand alone, other than the usual abbreviations. */
final class Tickers {
    private static final Pattern TICKER = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{3}(?![\\p{L}\\p{N}])");
    private static final Set<String> NOT_TICKERS =
            Set.of("API", "CEO", "CPI", "ETF", "EUR", "GDP", "IPO", "USD", "VND");

    private Tickers() {
    }

    static Optional<String> first(String message) {
        return TICKER.matcher(message).results().map(MatchResult::group)
                .filter(word -> !NOT_TICKERS.contains(word)).findFirst();
    }
}
