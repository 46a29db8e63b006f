package io.weir.bootstrap.internal;

import io.weir.billing.api.DunningTerms;
import io.weir.billing.api.DunningTerms.Then;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What happens when invoices are not paid. */
final class DunningReader {
    private static final int MOST = 10;
    private static final int EARLIEST = -60;
    private static final int LATEST = 365;
    private static final int LONGEST = 3_650;

    private DunningReader() {
    }

    static DunningTerms read(Section section) {
        var usual = DunningTerms.USUAL;
        var reminders = days(section, "reminders", EARLIEST, usual.reminders());
        var retries = days(section, "retries", 0, usual.retries());
        var unpaid = section.count("unpaidAfter", 0, LATEST);
        var word = section.option("then", Arrays.stream(Then.values()).map(Then::word).toList());
        var giveUp = section.count("giveUpAfter", 1, LONGEST);
        int unpaidAfter = unpaid == null ? usual.unpaidAfter() : unpaid;
        int giveUpAfter = giveUp == null ? Math.max(usual.giveUpAfter(), unpaidAfter + 1) : giveUp;
        section.require(giveUpAfter > unpaidAfter, "giveUpAfter", "CATALOGUE_AFTER_UNPAID", unpaidAfter);
        section.done();
        return new DunningTerms(reminders, retries, unpaidAfter,
                word == null ? usual.then() : Then.valueOf(word.toUpperCase(Locale.ROOT)), giveUpAfter);
    }

    /** In their order; an empty list is none at all. */
    private static List<Integer> days(Section section, String key, int least, List<Integer> usual) {
        if (!section.has(key)) {
            return usual;
        }
        var days = new ArrayList<Integer>();
        var texts = section.texts(key);
        section.require(texts.size() <= MOST, key, "TOO_MANY");
        for (int i = 0; i < texts.size(); i++) {
            boolean fine = texts.get(i).matches("-?[0-9]{1,4}");
            int day = fine ? Integer.parseInt(texts.get(i)) : least;
            var at = key + "[" + i + "]";
            section.require(fine, at, "CATALOGUE_NOT_WHOLE");
            section.require(day >= least && day <= LATEST, at, "CATALOGUE_BETWEEN", String.valueOf(least),
                    String.valueOf(LATEST));
            days.add(day);
        }
        section.require(new HashSet<>(days).size() == days.size(), key, "CATALOGUE_DAY_TWICE");
        return days.stream().sorted().toList();
    }
}
