-- Who read a matter is seen at the desk only by whoever may see the matter itself: not by those complained of, even of their own readings.
select matters.close_with_the_matter('residents.readings');
