package io.weir.payments.domain.statements;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column means what, by its name. Several may be the memo; of every other meaning the first counts. */
record Columns(Map<Meaning, List<Integer>> places, Optional<Currency> currency) {
    static Columns named(List<String> names) {
        var places = new EnumMap<Meaning, List<Integer>>(Meaning.class);
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            Meaning.of(names.get(i)).ifPresent(meaning ->
                    places.computeIfAbsent(meaning, none -> new ArrayList<>()).add(column));
        }
        return new Columns(places, names.stream().flatMap(name -> CurrencyWord.in(name).stream()).findFirst());
    }

    boolean areEnough() {
        return (has(Meaning.BOOKED) || has(Meaning.VALUE_DATE)) && (has(Meaning.AMOUNT) || has(Meaning.CREDIT));
    }

    /** How many are understood: the more, the surer. */
    int known() {
        return places.size();
    }

    boolean has(Meaning meaning) {
        return places.containsKey(meaning);
    }

    /** Empty text where there is no such column. */
    String in(SheetRow row, Meaning meaning) {
        return has(meaning) ? row.cell(places.get(meaning).get(0)) : "";
    }

    String date(SheetRow row) {
        var booked = in(row, Meaning.BOOKED);
        return booked.isEmpty() ? in(row, Meaning.VALUE_DATE) : booked;
    }

    String memo(SheetRow row) {
        return String.join(" ", places.getOrDefault(Meaning.MEMO, List.of()).stream().map(row::cell)
                .filter(text -> !text.isEmpty()).distinct().toList());
    }
}
