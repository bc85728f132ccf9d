// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

/** The extensions of the volume API that the contract has, in the order of their aliases. */
export const extensions = [
  {"alias":"backups","name":"Backups","namespace":"http://docs.openstack.org/volume/ext/backups/api/v1","updated":"2012-12-12T00:00:00+00:00","description":"Full copies of volumes in object storage."},
  {"alias":"os-admin-actions","name":"AdminActions","namespace":"http://docs.openstack.org/volume/ext/admin-actions/api/v1.1","updated":"2012-08-25T00:00:00+00:00","description":"What administrators may do to volumes and snapshots."},
  {"alias":"os-availability-zone","name":"AvailabilityZones","namespace":"http://docs.openstack.org/volume/ext/os-availability-zone/api/v1","updated":"2013-06-27T00:00:00+00:00","description":"The zones that volumes can be made in."},
  {"alias":"os-extended-snapshot-attributes","name":"ExtendedSnapshotAttributes","namespace":"http://docs.openstack.org/volume/ext/extended_snapshot_attributes/api/v1","updated":"2012-06-19T00:00:00+00:00","description":"How far a snapshot is, and whose it is."},
  {"alias":"os-image-create","name":"CreateVolumeExtension","namespace":"http://docs.openstack.org/volume/ext/image-create/api/v1","updated":"2012-08-13T00:00:00+00:00","description":"Bootable volumes of images."},
  {"alias":"os-quota-class-sets","name":"QuotaClasses","namespace":"http://docs.openstack.org/volume/ext/quota-classes-sets/api/v1.1","updated":"2012-03-12T00:00:00+00:00","description":"What tenants may have that have no limits of their own."},
  {"alias":"os-quota-sets","name":"Quotas","namespace":"http://docs.openstack.org/volume/ext/quotas-sets/api/v1.1","updated":"2011-08-08T00:00:00+00:00","description":"What tenants may have."},
  {"alias":"os-services","name":"Services","namespace":"http://docs.openstack.org/volume/ext/services/api/v2","updated":"2012-10-28T00:00:00+00:00","description":"What serves volumes."},
  {"alias":"os-types-extra-specs","name":"TypesExtraSpecs","namespace":"http://docs.openstack.org/volume/ext/types-extra-specs/api/v1","updated":"2011-08-24T00:00:00+00:00","description":"What administrators say of types."},
  {"alias":"os-types-manage","name":"TypesManage","namespace":"http://docs.openstack.org/volume/ext/types-manage/api/v1","updated":"2011-08-24T00:00:00+00:00","description":"Types that administrators make and delete."},
  {"alias":"os-used-limits","name":"UsedLimits","namespace":"http://docs.openstack.org/volume/ext/used-limits/api/v1.1","updated":"2013-10-03T00:00:00+00:00","description":"How much of the limits is used up."},
  {"alias":"os-vol-host-attr","name":"VolumeHostAttribute","namespace":"http://docs.openstack.org/volume/ext/volume_host_attribute/api/v1","updated":"2011-11-03T00:00:00+00:00","description":"Where a volume is, for administrators."},
  {"alias":"os-vol-image-meta","name":"VolumeImageMetadata","namespace":"http://docs.openstack.org/volume/ext/volume_image_metadata/api/v1","updated":"2012-12-07T00:00:00+00:00","description":"Of which image a bootable volume was made."},
  {"alias":"os-vol-tenant-attr","name":"VolumeTenantAttribute","namespace":"http://docs.openstack.org/volume/ext/volume_tenant_attribute/api/v1","updated":"2011-11-03T00:00:00+00:00","description":"Whose a volume is, for administrators."},
  {"alias":"os-volume-actions","name":"VolumeActions","namespace":"http://docs.openstack.org/volume/ext/volume-actions/api/v1.1","updated":"2012-05-31T00:00:00+00:00","description":"What may be done to a volume."},
] as const;
