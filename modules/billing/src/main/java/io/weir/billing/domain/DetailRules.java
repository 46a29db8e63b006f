package io.weir.billing.domain;

import io.weir.billing.api.BillingDetails.Details;
import io.weir.billing.domain.pricing.VatId;
import io.weir.kernel.api.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a buyer may say of itself; all faults are told at once. Blank is absent. */
public final class DetailRules {
    private static final int LONGEST = 255;
    private static final int MOST_LINES = 6;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private DetailRules() {
    }

    /** Tidied. Refused: {@code VALIDATION_FAILED} with every bad field. */
    public static Details checked(Details said) {
        var country = tidy(said.country()).map(code -> code.toUpperCase(Locale.ROOT));
        var details = new Details(tidy(said.name()), said.address().stream().map(String::strip)
                .filter(line -> !line.isEmpty()).toList(), country, tidy(said.vatId()), tidy(said.email()));
        var faults = faults(details);
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), faults).asException();
        }
        return new Details(details.name(), details.address(), country,
                details.vatId().flatMap(VatId::of).map(VatId::toString).or(details::vatId), details.email());
    }

    private static Map<String, String> faults(Details details) {
        var faults = new TreeMap<String, String>();
        details.name().filter(name -> name.length() > LONGEST).ifPresent(name -> faults.put("name", "TOO_LONG"));
        if (details.address().size() > MOST_LINES
                || details.address().stream().anyMatch(line -> line.length() > LONGEST)) {
            faults.put("address", "TOO_LONG");
        }
        details.country().filter(code -> !COUNTRIES.contains(code))
                .ifPresent(code -> faults.put("country", "NOT_AN_OPTION"));
        details.vatId().filter(id -> !isVatId(id)).ifPresent(id -> faults.put("vatId", "BAD_VAT_ID"));
        details.email().filter(address -> address.length() > 254 || !address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
                .ifPresent(address -> faults.put("email", "BAD_EMAIL"));
        return faults;
    }

    /** One of the European Union has its country's form; elsewhere tax numbers look as they like. */
    private static boolean isVatId(String id) {
        return VatId.of(id).isPresent() || !VatId.isOfUnion(id) && id.matches("[A-Za-z0-9 ./-]{4,20}");
    }

    private static Optional<String> tidy(Optional<String> text) {
        return text.map(String::strip).filter(given -> !given.isEmpty());
    }
}
