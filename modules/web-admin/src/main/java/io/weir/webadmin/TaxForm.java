package io.weir.webadmin;

import io.weir.billing.api.TaxTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Taxes as they are typed, a rate a line ({@code DE 19 USt}), and as the catalogue's file has them. */
public class TaxForm {
    private static final Pattern RATE =
            Pattern.compile("([A-Za-z]{2})\\s+([0-9]{1,3}(?:\\.[0-9]{1,6})?)\\s*%?\\s+(.+)");

    private boolean charged;
    private boolean inclusive;
    private boolean reverseCharge;
    private String rates;

    void fill(TaxTerms taxes) {
        charged = true;
        inclusive = taxes.inclusive();
        reverseCharge = taxes.reverseCharge();
        rates = taxes.rates().stream().map(rate -> rate.country() + " " + rate.rate().toPlainString() + " "
                + rate.name()).collect(Collectors.joining("\n"));
    }

    /** Empty when a line can't be read. */
    Optional<List<Map<String, Object>>> readRates() {
        var read = new ArrayList<Map<String, Object>>();
        for (var line : rates == null ? new String[0] : rates.strip().split("\\s*\\R\\s*")) {
            var match = RATE.matcher(line);
            if (!match.matches()) {
                return Optional.empty();
            }
            var rate = new LinkedHashMap<String, Object>();
            rate.put("country", match.group(1).toUpperCase(Locale.ROOT));
            rate.put("rate", new BigDecimal(match.group(2)));
            rate.put("name", match.group(3).strip());
            read.add(rate);
        }
        return Optional.of(read);
    }

    Map<String, Object> members(List<Map<String, Object>> read) {
        var members = new LinkedHashMap<String, Object>();
        members.put("inclusive", inclusive);
        members.put("reverseCharge", reverseCharge);
        if (!read.isEmpty()) {
            members.put("rates", read);
        }
        return members;
    }

    boolean isTyped() {
        return rates != null && !rates.isBlank();
    }

    public boolean isCharged() {
        return charged;
    }

    public void setCharged(boolean charged) {
        this.charged = charged;
    }

    public boolean isInclusive() {
        return inclusive;
    }

    public void setInclusive(boolean inclusive) {
        this.inclusive = inclusive;
    }

    public boolean isReverseCharge() {
        return reverseCharge;
    }

    public void setReverseCharge(boolean reverseCharge) {
        this.reverseCharge = reverseCharge;
    }

    public String getRates() {
        return rates;
    }

    public void setRates(String rates) {
        this.rates = rates;
    }
}
