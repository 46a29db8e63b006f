package io.weir.billing.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What went wrong with some of many, told in the end. */
final class Failures {
    private final List<RuntimeException> all = new ArrayList<>();

    /** One that failed has nothing more to do for now. */
    boolean during(String what, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException e) {
            all.add(new IllegalStateException(what, e));
            return true;
        }
    }

    void during(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            all.add(new IllegalStateException(what, e));
        }
    }

    /** @throws IllegalStateException with all of them, if there are any */
    void tell(String what) {
        if (!all.isEmpty()) {
            var told = new IllegalStateException(what, all.get(0));
            all.stream().skip(1).forEach(told::addSuppressed);
            throw told;
        }
    }
}
