--liquibase formatted sql

--changeset weir:tenancy-003 splitStatements:true endDelimiter:;
--comment: An administrator has replaced the catalogue: what a file says at a start no longer counts for this tenant.
ALTER TABLE tenancy_tenant ADD COLUMN edited BOOLEAN NOT NULL DEFAULT FALSE;

--rollback ALTER TABLE tenancy_tenant DROP COLUMN edited;
