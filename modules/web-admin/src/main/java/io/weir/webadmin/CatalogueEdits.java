package io.weir.webadmin;

import io.weir.bootstrap.api.CatalogueFault;
import io.weir.bootstrap.api.CatalogueFiles;
import io.weir.bootstrap.api.CatalogueFiles.Exported;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes a part of the catalogue as if somebody had edited its file: the same rules, the same record of it, and only
 * as long as it is the catalogue that the form was made of ({@code tag}).
 */
@RequestScoped
public class CatalogueEdits {
    private static final String FAULTS = "faults";

    @Inject
    private CatalogueFiles catalogue;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;

    private Exported exported;

    /** All of it as data, to be changed. */
    @SuppressWarnings("unchecked")
    Map<String, Object> members() {
        return Json.read(Json.write(exported().members()), Map.class);
    }

    String tag() {
        return exported().tag();
    }

    private Exported exported() {
        if (exported == null) {
            exported = catalogue.export(visitor.tenantId());
        }
        return exported;
    }

    /**
     * What the form changes: {@code form} is its id, {@code part} where in the file that is, as in {@code seller}.
     * {@code fields}: by member, where one is called otherwise.
     */
    record Place(String form, String part, Map<String, String> fields) {
        /** Each member has a field of its name. */
        Place(String form, String part) {
            this(form, part, Map.of());
        }
    }

    /** Makes it the catalogue and answers the outcome; what is wrong stands beside the fields of the part. */
    String save(Place place, Map<String, Object> members, Supplier<String> done) {
        return notices.attempt(place.form(), () -> {
            try {
                catalogue.replace(visitor.tenantId(), Json.write(members), tag(place), visitor.getLocale());
                return done.get();
            } catch (RefusedException refused) {
                if (refused.refusal().members().get(FAULTS) instanceof List<?> told) {
                    told.stream().map(CatalogueFault.class::cast).forEach(fault -> show(place, fault));
                    return null;
                }
                throw refused;
            }
        });
    }

    private Optional<String> tag(Place place) {
        return visitor.parameter(place.form() + "-tag");
    }

    private void show(Place place, CatalogueFault fault) {
        var view = FacesContext.getCurrentInstance().getViewRoot();
        var within = fault.path().startsWith(place.part() + ".")
                ? fault.path().substring(place.part().length() + 1) : "";
        var field = within.replaceFirst("[\\[.].*", "");
        var id = place.fields().getOrDefault(field, field);
        boolean known = !field.isEmpty() && view.findComponent(place.form() + ":" + id) != null;
        var where = known && within.equals(field) ? "" : (within.isEmpty() ? fault.path() : within) + ": ";
        notices.wrong(known ? place.form() + ":" + id : null, where + fault.message());
    }
}
