package io.weir.tenancy.api;

import java.lang.System.Logger.Level;
import java.util.Currency;
import java.util.Optional;

/** A setting that is a whole number of {@code least} to {@code most}, and {@code usual} where a tenant has none. */
public record WholeNumber(String key, long least, long most, long usual) implements SettingRule {
    private static final System.Logger LOG = System.getLogger(WholeNumber.class.getName());

    /** One that is no such number counts as if there were none, and is logged as an error. */
    public long of(Tenant tenant) {
        var text = tenant.setting(key);
        if (text.flatMap(value -> fault(value, tenant.currency())).isPresent()) {
            LOG.log(Level.ERROR, "{0} of tenant {1} is no whole number of {2} to {3}; {4} is taken instead", key,
                    tenant.slug(), least, most, usual);
            return usual;
        }
        return text.map(value -> Long.parseLong(value.strip())).orElse(usual);
    }

    @Override
    public Optional<String> fault(String value, Currency currency) {
        try {
            long number = Long.parseLong(value.strip());
            return number < least || number > most ? Optional.of("OUT_OF_RANGE") : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.of("NOT_A_WHOLE_NUMBER");
        }
    }
}
