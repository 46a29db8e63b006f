package io.weir.billing.domain.pricing;

import java.util.Locale;
import java.util.Optional;

/**
 * A VAT id of the European Union that has its country's form, and its check digit where that is public and simple.
 * Whether it was ever given to anybody is not asked. {@code country}: ISO (GR for EL); {@code number}: what follows.
 */
public record VatId(String country, String number) {
    /** Blanks, dots, hyphens and case do not count. Absent when it can't be one. */
    public static Optional<VatId> of(String written) {
        String text = written.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
        if (text.length() < 4) {
            return Optional.empty();
        }
        String prefix = text.substring(0, 2);
        String number = text.substring(2);
        return VatForms.fits(prefix, number) ? Optional.of(new VatId(Countries.iso(prefix), number))
                : Optional.empty();
    }

    /** Whether it begins like one of the Union, and so has to have the form of one. */
    public static boolean isOfUnion(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        return text.length() > 2 && VatForms.knows(text.substring(0, 2));
    }

    /** As it is printed: EL094259216. */
    @Override
    public String toString() {
        return (country.equals("GR") ? "EL" : country) + number;
    }
}
