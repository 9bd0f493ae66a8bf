"""Common given names of the languages that English news writes about, with their gender.

Compact on purpose: the most frequent names of the last hundred years, from general
knowledge. Names that men and women bear ("Robin", "Andrea", "Jean") and names that are
more often family names ("Grant") or words ("Will", "Grace") are left out.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

_MALE = words(
    """
    Aarav Aaron Abbas Abdul Abdullah Abdulrahman Abraham Achmed Adam Adel Adnan Adolf Adrian
    Agustin Ahmad Ahmed Ahmet Aidan Ajay Akhil Akhmed Akira Akram Alain Alan Alastair Albert
    Alberto Aldo Alejandro Aleksandar Aleksandr Aleksei Aleksey Alessandro Alex Alexander
    Alexandre Alexei Alfred Alfredo Algirdas Ali Alistair Allan Allen Alok Alun Alvaro Amir Amit
    Anand Anas Anatoly Anders Andre Andreas Andrei Andres Andrew Andrey Andriy Andrus Andrzej Andy
    Angelo Angus Anil Anthony Antoine Anton Antonio Antony Anwar Ari Arif Arjun Armando Arnaud
    Arnold Artem Arthur Arturo Arun Arvind Asad Ashok Ashraf Asif Aslan Atal Atif Avi Axel Ayad
    Azim Aziz Babak Baldev Barack Barry Bart Bashar Bassem Ben Benedict Benjamin Benny Bernard
    Bernd Bernie Bert Bertie Bertrand Bilal Bill Billy Bipin Bjarne Bjorn Bob Bobby Bogdan Bojan
    Boris Brad Bradley Brandon Branko Brendan Brent Brett Brian Brock Bruce Bruno Bryan Bulent
    Burak Callum Carl Carlo Carlos Cedric Cesar Chandrababu Charles Charlie Chidi Chris Christian
    Christoph Christophe Christopher Christos Chuck Claude Claudio Clement Clifford Clint Clive
    Colin Connor Conor Corey Cormac Cornelius Cory Craig Crispin Cristiano Curt Cyril Dag Damian
    Damien Dan Daniel Danny Darius Darko Darrell Darren Darryl Dave David Davide Dean Declan
    Deepak Delroy Denis Dennis Denzel Derek Didier Diego Dieter Digvijaya Dimitri Dimitris Dirk
    Dmitri Dmitriy Dmitry Dominic Dominique Don Donald Doug Douglas Dragan Duncan Dusan Dwayne
    Dwight Dzhokhar Eamon Ed Eddie Edgar Edmond Edmund Eduard Eduardo Edward Edwin Ehud Eli Elias
    Elliot Emeka Emile Emilio Emlyn Emmanuel Emmerson Emre Enda Enrico Enrique Enzo Eoghan Eoin
    Ephraim Eric Erik Ernest Ernesto Ernst Esko Esteban Etienne Ettore Eugene Evan Evangelos
    Evgeny Ezra Fabien Fabio Fabrice Faisal Farid Farouk Federico Felipe Felix Ferdinand Ferenc
    Fergus Fernando Ferran Fidel Filip Filippo Flemming Florian Francesco Francisco Francois Frank
    Frankie Frans Frantisek Franz François Fred Freddie Frederick Frederik Fredrik Friedrich Fritz
    Fyodor Gabriel Gareth Garry Gary Gavin Geert Gennady Geoff Geoffrey Georg George Georges
    Gerald Gerard Gerardo Gerd Gerhard Gerry Ghazi Giacomo Gianfranco Gianluca Gianni Gilbert
    Giles Gilles Giorgio Giorgos Giovanni Girish Giuseppe Glenn Gonzalo Gopal Goran Gordon Graham
    Greg Gregg Gregor Gregory Grzegorz Gualtiero Guenter Guido Guillaume Guillermo Gunnar Gunter
    Gunther Gustav Gustavo Guy Gyula Günter Habib Hakan Hakeem Hamad Hamid Hamish Hans Harald
    Harish Harold Harry Hartmut Haruki Harvey Hasan Hassan Hector Heiko Heinrich Heinz Helmut
    Hendrik Henri Henrik Henry Herbert Herman Hermann Hernan Heydar Hideki Hideo Hiroshi Horacio
    Horst Hosni Hossein Howard Hubert Hugh Hugo Hussein Huw Iain Ian Ibrahim Ichiro Ieuan Ignacio
    Igor Ilya Imran Ingmar Ingvar Irfan Isaac Ishmael Ismail Istvan Ivan Ivica Ivo Iyad Jaap Jack
    Jacob Jacques Jaime Jake Jakob Jamal James Jamie Jan Janos Janusz Jared Jaroslaw Jarrod Jason
    Javier Jay Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jerzy Jesper Jesse Jesus Jim Jimmy Jiri
    Joachim Joao Joaquim Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan
    Jonty Joost Jorge Jorgen Joschka Jose Josef Josep Joseph Josh Joshua José Jovan Jozsef Juan
    Juergen Juha Jukka Julen Julian Julien Julio Junichiro Jurgen Justin Jürgen Kamal Kareem Karim
    Karl Kazuhiro Kazuo Keanu Keir Keith Keizo Kemal Ken Kenji Kenneth Kenzaburo Kenzo Kevin
    Khaled Khalid Kieran Kimi Kirk Kjell Klaas Klaus Knut Kofi Koji Konrad Konstantin Kostas
    Krishna Kristian Krzysztof Kunal Kurt Kwame Kyle Ladislav Laquan Larry Lars Laszlo Laurent
    Lech Leif Len Lennart Leo Leon Leonard Leonardo Leonhard Leonid Leopold Leroy Leszek Levon
    Liam Lionel Lloyd Lorenzo Lothar Louis Luca Lucas Luciano Ludovic Ludwig Luigi Luis Luiz Luke
    Maciej Magnus Mahmood Mahmoud Makoto Malcolm Manfred Manmohan Manoj Manuel Marat Marc Marcel
    Marcello Marco Marcos Marcus Marek Mariano Mario Mark Markus Martin Marty Marvin Marwan
    Masahiro Massimo Mateo Mathieu Mats Matt Matteo Matthew Matthias Matti Maurice Mauricio
    Maurizio Max Maxim Maximilian Mehdi Mehmet Michael Michal Michel Mick Miguel Mikael Mike Mikel
    Mikhail Mikheil Mikkel Milan Miles Milorad Milos Mircea Mirko Miroslav Mitch Mitt Mladen
    Mogens Mohamed Mohammad Mohammed Mohan Mohsen Muhammad Mukesh Mulayam Murat Mustafa Nabil
    Naoto Narendra Nasser Nathan Nathaniel Naveen Navjot Nebojsa Necmettin Ned Neil Nelson Neville
    Nicholas Nick Nicolae Nicolai Nicolas Nicolaus Niels Nigel Nikita Niklas Nikola Nikolai
    Nikolaos Nikos Nils Nnamdi Noah Noel Norbert Norman Nouri Nursultan Olaf Oleg Oleksandr
    Oleksiy Oliver Olivier Olof Olusegun Omar Osama Oscar Oskar Osman Otmar Otto Owen Paavo Pablo
    Padraig Panagiotis Paolo Pascal Patrice Patricio Patrick Paul Paulo Pavel Pavlo Pawel Pedro
    Pekka Per Pervez Pete Peter Petr Petro Petros Phil Philip Philipp Philippe Phillip Pierluigi
    Piero Pierre Piers Pieter Pietro Piotr Poul Prakash Pranab Predrag Qasim Quentin Radovan
    Rafael Rafik Rahul Rainer Raj Rajesh Rajiv Rajnath Rakesh Ralf Ralph Ramesh Ramiro Ramon
    Ramzan Randall Randy Rashid Ratan Ratko Raul Ravi Ray Raymond Recep Reince Reinhard Renato
    Rene Rhodri Ricardo Riccardo Rich Richard Rick Ricky Rob Robert Roberto Rod Roderick Rodney
    Rodolfo Rodrigo Roger Rohan Roland Rolf Roman Ron Ronald Ronan Ronnie Rory Ruairi Ruben Rudolf
    Rudolph Rudy Rupert Russ Russell Ruud Ryan Ryszard Ryutaro Saad Sachin Sadiq Saeb Salim Salman
    Salvador Salvatore Sam Sami Samir Samuel Sander Sandor Sandro Sanjay Sanjeev Saparmurat Satoru
    Saul Scott Seamus Sean Sebastian Sebastien Serge Sergei Sergey Sergi Sergio Serzh Shahid
    Shamil Shane Shaun Shinzo Sidney Sigmar Silvio Simeon Simon Slawomir Slobodan Soren Sourav
    Spyros Stan Stanislav Stanislaw Stanley Stavros Stefan Stefano Stelios Stephan Stephane
    Stephen Steve Steven Stig Stjepan Stuart Subir Suleyman Sunil Suresh Sven Tadeusz Takashi
    Takeshi Tarek Tariq Tayyip Ted Teemu Terence Terry Thabo Thanasis Theo Theodore Thierry Thomas
    Tibor Tim Timothy Tobey Tobias Todd Tom Tomas Tomasz Tomislav Tommaso Tommy Tomás Toni Tony
    Toomas Torsten Toshihiko Traian Travis Trevor Tyler Ulrich Umar Umberto Uwe Vaclav Vadim
    Valdas Valery Vasilis Vasily Venkat Vernon Vicente Victor Vijay Viktor Vince Vincent Vincenzo
    Vinod Virat Vitali Vitaly Vladimir Vladislav Vojislav Volodymyr Waldemar Walid Walter Warren
    Wayne Werner Wilfred Wilhelm Willem William Willie Willy Wim Wojciech Wole Wolfgang Wouter
    Xabi Xavier Yahya Yannis Yasser Yasuo Yiannis Yogi Yoshihide Yoshiro Yousef Yoweri Yukio Yuri
    Yusuf Yves Zachary Zalmay Zbigniew Zdenek Zlatko Zoltan Zoran Zuhair Zurab
    """
)
_FEMALE = words(
    """
    Abigail Ada Adele Aditi Adriana Agata Agatha Agnes Agnieszka Aisha Aishwarya Akiko Aleksandra
    Alexandra Alexis Alice Alicia Alina Alison Allison Amalia Amanda Amandla Amber Amelia Amina
    Amira Amy Ana Anastasia Anastasiya Angela Angelina Angharad Angie Anita Anja Anjali Ann Anna
    Annabel Anne Anneli Anneliese Annette Annie Antonia Aoife Aparna Aretha Arundhati Asma Astrid
    Audrey Aurelie Ayaan Ayesha Ayse Barbara Beata Beatrice Beatriz Becky Bella Benazir Bernadette
    Bertha Beth Betsy Betty Beverley Beverly Birgit Birgitta Bonnie Brenda Brianna Bridget
    Brigitte Brittany Callista Camila Camilla Candace Carla Carly Carmen Carol Carolina Caroline
    Carolyn Cassandra Catalina Caterina Catherine Cathy Catriona Cecilia Celia Cerys Charlotte
    Chelsea Cheryl Chiara Chidinma Chimamanda Chloe Christa Christiana Christina Christine Ciara
    Cindy Clara Clare Clarissa Claudia Colleen Condoleezza Connie Constance Consuelo Corazon
    Cordelia Corinne Cristina Cynthia Dalia Daniela Danielle Daphne Dawn Debbie Deborah Debra
    Deepika Deirdre Delia Denise Diana Diane Dianne Dimitra Dolores Donna Doris Dorothea Dorothy
    Ebba Ebru Edith Eileen Eilidh Eimear Ekaterina Elaine Eleanor Elena Eleni Elif Elisa Elisabeth
    Elise Eliza Elizabeth Ella Ellen Elodie Elsa Elsie Elspeth Emilia Emilie Emily Emma Erica
    Erika Esperanza Esther Ethel Eugenia Eva Eve Evelyn Ewa Farah Fatemeh Fatima Fatou Fatuma
    Federica Felicia Fiona Fionnuala Frances Francesca Francine Frida Gabriela Gabriella Gail
    Galina Genevieve Georgina Geraldine Gertrude Gillian Gina Giovanna Gisele Giulia Giuliana
    Gladys Gloria Graca Grainne Greta Gudrun Gunilla Gwen Gwendolyn Halima Hana Hanan Hania Hannah
    Harriet Hatice Heather Heidi Helen Helena Helene Helga Henrietta Hilary Hilda Hillary Ida
    Ileana Imelda Imogen Indira Ines Inga Ingeborg Ingrid Ioanna Irene Irina Iris Isabel Isabella
    Isabelle Ivana Ivanka Iveta Jacinda Jacqueline Jana Jane Janet Janice Janine Jasmine
    Jayalalithaa Jayne Jeanette Jeanne Jenna Jennifer Jenny Jessica Jill Jitka Joan Joanna Joanne
    Jodie Johanna Joni Josephine Joyce Juana Juanita Judith Judy Julia Juliana Julianne Julie
    Juliet June Junko Kamala Kareena Karen Karin Karina Katarina Katarzyna Kate Katerina Katharine
    Katherine Kathleen Kathryn Kathy Katie Katja Katrina Katya Kayla Kayleigh Keiko Kelli
    Kellyanne Khadija Kirsten Kirstie Klara Kristen Kristin Kristina Lakshmi Larisa Larissa Latoya
    Laura Lauren Laverne Layla Leah Leila Lena Lenka Leona Leonora Leticia Letitia Lidia Lily
    Linda Lindsay Lisa Liz Liza Ljiljana Lois Lola Lorena Loretta Lorraine Louisa Louise Lucia
    Lucie Lucille Lucinda Lucy Ludmila Luisa Lydia Lyudmila Madeleine Madeline Madonna Magdalena
    Maggie Mahira Maia Mairead Malala Malgorzata Mamata Manuela Margaret Margareta Margarita
    Margot Marguerite Maria Mariana Marianne Marie Marilyn Marina Marine Marion Marisa Marisol
    Marjorie Marlene Marta Martha Martina Martine Marwa Mary Masako Matilda Maureen Maya Mayawati
    Meera Megan Megyn Melania Melanie Melinda Melissa Mercedes Meredith Michaela Michelle Michiko
    Mildred Mimi Miranda Mireille Miriam Miyuki Moira Molly Mona Monica Monique Morag Muriel
    Myriam Nadezhda Nadia Nadine Naledi Nancy Naoko Naomi Nargis Nasreen Natalia Natalie Natasha
    Nawal Nell Nellie Ngozi Niamh Nicola Nicole Nikki Nina Nita Noelle Nomvula Noor Nora Norma
    Nuala Octavia Oksana Olena Olga Olivia Olympia Oprah Orla Pamela Parveen Patricia Patty Paula
    Pauline Peggy Penelope Penny Petra Phoebe Phyllis Pilar Polly Pramila Pratibha Priscilla Priya
    Priyanka Rachel Radhika Raisa Ramona Rania Rebecca Regina Renata Renee Rhiannon Rhonda Rihanna
    Rita Roberta Roisin Rosa Rosalind Rosalyn Rosanna Rosemary Rosie Roslynn Rowena Roxana Roxanne
    Rukmini Ruth Sabina Sabine Sabrina Saima Sally Samantha Sandra Sandrine Sania Sara Sarah
    Segolene Selena Serena Sharon Sheila Shelley Sherri Sherry Sheryl Shilpa Shirin Shirley Shonda
    Sigrid Silvia Simone Sinead Siobhan Snezana Sofia Solveig Sonia Sonja Sonya Sophia Sophie
    Stella Stephanie Sue Suha Sunita Susan Susanna Susanne Sushma Suzanne Svetlana Sylvia Ségolène
    Tamara Tania Tanya Tara Tarja Tatiana Tatyana Teresa Tessa Thelma Theresa Therese Tiffany Tina
    Tracey Ursula Usha Vaira Valentina Valerie Valérie Vandana Vanessa Vassiliki Vera Veronica
    Victoria Viktoria Viola Violet Virginia Vivian Vivienne Wanda Wangari Wendy Wilhelmina Wilma
    Winifred Winnie Xenia Yasmeen Yasmin Yekaterina Yoko Yolanda Yuki Yulia Yvette Yvonne Zahra
    Zainab Zara Zeinab Zephyr Zoe Zofia Zsofia Zuzana
    """
)

GIVEN_NAMES: dict[str, str] = dict.fromkeys(_MALE, "m") | dict.fromkeys(_FEMALE, "f")
"""Given names as they are written, with `m` or `f`."""
